module.exports = { ...require('../../jest.preset.js'), displayName: 'dynamodb-local' };
