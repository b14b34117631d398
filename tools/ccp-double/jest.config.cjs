module.exports = { ...require('../../jest.preset.js'), displayName: 'ccp-double' };
