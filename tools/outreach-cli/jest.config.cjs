module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'outreach-cli',
  // commander is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!commander/)'],
};
