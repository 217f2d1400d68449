// The plugins for WordPress and SPIP are tested in tests/cms.
import {SPASS_PORTAL} from '../support/contract-servers.js';
import {describeContract} from '../support/contract-suite.js';

describeContract(SPASS_PORTAL);
