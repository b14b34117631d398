module.exports = { ...require('../../../jest.preset.js'), displayName: 'banking-fulfillment' };
