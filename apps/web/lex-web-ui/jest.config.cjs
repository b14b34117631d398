const preset = require('../../../jest.preset.js');

const [tsx] = Object.entries(preset.transform).filter(([pattern]) => pattern.includes('tsx'));
const [pattern, [transformer, options]] = tsx;
const { transform, ...jsc } = options.jsc;

/** As everywhere, with Preact for JSX, and with the libraries that are published as modules only. */
module.exports = {
  ...preset,
  displayName: 'lex-web-ui',
  transform: {
    ...preset.transform,
    [pattern]: [
      transformer,
      { ...options, jsc: { ...jsc, transform: { react: { ...transform.react, importSource: 'preact' } } } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(preact|marked|aws4fetch|jose|dynalite)/)'],
};
