module.exports = { ...require('../../../jest.preset.js'), displayName: 'invoke-outbound-call' };
