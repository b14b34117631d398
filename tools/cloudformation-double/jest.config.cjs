module.exports = { ...require('../../jest.preset.js'), displayName: 'cloudformation-double' };
