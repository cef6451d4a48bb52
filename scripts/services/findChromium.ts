import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How to get Chromium, for messages about its absence. */
export const CHROMIUM_HINT =
  'install Chromium (Debian: apt-get install chromium; macOS: brew install --cask chromium), or name a browser in PROMISSORY_CHROMIUM';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser named in PROMISSORY_CHROMIUM, else the first one of the PATH. */
export function findChromium(): string | undefined {
  if (process.env.PROMISSORY_CHROMIUM) {
    return process.env.PROMISSORY_CHROMIUM;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...NAMES.flatMap(name => folders.map(folder => join(folder, name))),
    ...MAC,
  ].find(file => existsSync(file));
}
