import {describeContract} from '../support/contract-suite.js';
import {WORDPRESS_CONTRACT} from '../support/contract-wordpress.js';

describeContract(WORDPRESS_CONTRACT);
