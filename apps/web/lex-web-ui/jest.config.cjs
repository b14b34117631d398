module.exports = { ...require('../../../jest.preset.js'), displayName: 'lex-web-ui' };
