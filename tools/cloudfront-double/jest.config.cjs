module.exports = { ...require('../../jest.preset.js'), displayName: 'cloudfront-double' };
