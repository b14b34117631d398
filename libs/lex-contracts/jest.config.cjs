module.exports = { ...require('../../jest.preset.js'), displayName: 'lex-contracts' };
