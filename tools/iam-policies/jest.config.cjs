module.exports = { ...require('../../jest.preset.js'), displayName: 'iam-policies' };
