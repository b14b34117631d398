module.exports = { ...require('../../../jest.preset.js'), displayName: 'generate-dynamic-scenario' };
