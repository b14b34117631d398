module.exports = { ...require('../../jest.preset.js'), displayName: 'transcribe-double' };
