module.exports = { ...require('../../jest.preset.js'), displayName: 'outreach-cli' };
