import * as engine from '../map/engine.js';
import {handOver} from './hand-over.js';

handOver(engine);
