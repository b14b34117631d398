module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'benchmarks',
  // They are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(commander|jose|dynalite)/)'],
};
