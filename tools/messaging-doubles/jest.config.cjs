module.exports = { ...require('../../jest.preset.js'), displayName: 'messaging-doubles' };
