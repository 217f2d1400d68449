import {render as toHtml} from 'svelte/server';
import App from './App.svelte';

export const render = (): string => toHtml(App).body;
