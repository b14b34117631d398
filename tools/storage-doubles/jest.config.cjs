module.exports = { ...require('../../jest.preset.js'), displayName: 'storage-doubles' };
