import * as sentences from '../i18n/en.js';
import {handOver} from './hand-over.js';

handOver(sentences);
