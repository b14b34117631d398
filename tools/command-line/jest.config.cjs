module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'command-line',
  // commander is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!commander/)'],
};
