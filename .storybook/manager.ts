import {addons} from 'storybook/manager-api';
import {preferredTheme} from './theme.js';

addons.setConfig({theme: preferredTheme()});
