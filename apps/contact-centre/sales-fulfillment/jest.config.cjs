module.exports = { ...require('../../../jest.preset.js'), displayName: 'sales-fulfillment' };
