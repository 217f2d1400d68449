import {bootstrapApplication} from '@angular/platform-browser';
import {App} from './app.component';
import {Snippets} from './snippets/snippets.component';

// One build for the app and for the snippets of the developer pages, which the test copies.
await bootstrapApplication(location.pathname.includes('snippets') ? Snippets : App);
