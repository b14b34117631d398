module.exports = { ...require('../../jest.preset.js'), displayName: 'cognito-double' };
