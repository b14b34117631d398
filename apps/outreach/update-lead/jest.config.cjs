module.exports = { ...require('../../../jest.preset.js'), displayName: 'update-lead' };
