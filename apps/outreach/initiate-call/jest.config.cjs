module.exports = { ...require('../../../jest.preset.js'), displayName: 'initiate-call' };
