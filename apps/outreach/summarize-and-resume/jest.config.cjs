module.exports = { ...require('../../../jest.preset.js'), displayName: 'summarize-and-resume' };
