import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

const ZONES = [
  'Etc/GMT+12',
  'America/St_Johns',
  'Europe/Paris',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

/** Script that prints dates in the time zone of its process: New Year, clock changes, a leap day. */
const PRINT_DATES = `
import {supportedLanguages} from './src/i18n/catalogues.ts';
import {dateFormatter} from './src/i18n/format.ts';
import {dateSpan, dayToDate} from './src/model/time/period.ts';
const told = [];
for (const date of ['1838-01-01', '2016-02-29', '2026-03-29', '2026-10-25', '2026-12-31', '9999-12-31'])
  for (const language of supportedLanguages())
    told.push(dateFormatter(language, 'day').format(dayToDate(dateSpan(date).first)));
console.log(JSON.stringify(told));`;

describe('a calendar date', () => {
  it('F-14 is the same day from UTC−12 to UTC+14', () => {
    const tell = (zone: string): string => {
      const {stdout, stderr} = spawnSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '--eval', PRINT_DATES],
        {cwd: root, env: {...process.env, TZ: zone}, encoding: 'utf8'},
      );
      assert.match(stdout, /1838/, stderr);
      return stdout;
    };
    const [first, ...others] = ZONES.map(tell);
    assert.match(first!, /29 février 2016/);
    for (const [i, other] of others.entries()) assert.equal(other, first, ZONES[i + 1]);
  });
});
