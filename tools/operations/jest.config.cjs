module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'operations',
  // commander is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!commander/)'],
};
