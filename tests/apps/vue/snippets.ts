import {type Component, createApp, h} from 'vue';

/** Snippets of the developer pages, copied by the test. */
const modules = import.meta.glob<{default: Component}>('./snippets/*.vue', {eager: true});

createApp(() => Object.values(modules).map(module => h(module.default))).mount('#app');
