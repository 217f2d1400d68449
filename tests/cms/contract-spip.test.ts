import {findSpip} from '../../scripts/setup.mjs';
import {startSpipWithContributions} from '../support/contract-spip.js';
import {describeContract} from '../support/contract-suite.js';
import {hasMariaDb} from './mariadb.js';

const missing = findSpip() ? false : "SPIP is missing: install Debian's spip and php-sqlite3.";
const options = {hasRewriting: true, origins: '*'};

describeContract({
  name: 'SPIP with SQLite',
  photoPart: 'photo[]',
  skip: missing,
  start: () => startSpipWithContributions(options),
});

describeContract({
  name: 'SPIP with MariaDB',
  photoPart: 'photo[]',
  skip:
    missing || (hasMariaDb() ? false : "MariaDB is missing: install Debian's mariadb-server-core."),
  start: () => startSpipWithContributions({...options, hasMariaDb: true}),
});
