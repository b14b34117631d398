module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'benchmarks',
  // commander is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!commander/)'],
};
