module.exports = { ...require('../../jest.preset.js'), displayName: 'bedrock-double' };
