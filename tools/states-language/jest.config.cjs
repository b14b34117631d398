module.exports = { ...require('../../jest.preset.js'), displayName: 'states-language' };
