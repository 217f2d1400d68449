import {cpSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {findWordPress, root} from '../../scripts/setup.mjs';
import {startWordPress, type WordPressSite} from '../cms/wordpress-site.js';
import type {ContractProgram} from './contract-servers.js';

/** The plugin in Debian's WordPress, switched on for the pages of all sites. */
export const WORDPRESS_CONTRACT: ContractProgram = {
  name: 'the plugin for WordPress',
  photoPart: 'photo[]',
  skip: findWordPress() ? false : "WordPress is missing: install Debian's wordpress.",
  async start() {
    const site = await startWordPress();
    installPlugin(site);
    switchOn(site, {origins: '*'});
    return {
      api: `${site.url}/wp-json/spass-widgets/v1`,
      decide(id, state) {
        decide(site, id, state);
        return Promise.resolve();
      },
      reply(id, text) {
        reply(site, id, text);
        return Promise.resolve();
      },
      stop: () => site.stop(),
    };
  },
};

/** Copies the sources of the plugin into a site, without the scripts of the widgets, and activates it. */
export function installPlugin({contentFolder, php}: WordPressSite): void {
  const folder = join(contentFolder, 'plugins/spass-widgets');
  mkdirSync(join(contentFolder, 'plugins'), {recursive: true});
  cpSync(join(root, 'integrations/wordpress/spass-widgets'), folder, {recursive: true});
  cpSync(join(root, 'integrations/php'), join(folder, 'lib'), {recursive: true});
  const catalogue = {version: '0', integrity: {}, widgets: {}};
  writeFileSync(join(folder, 'widgets.json'), JSON.stringify(catalogue));
  php(`require ABSPATH . 'wp-admin/includes/admin.php';
    activate_plugin('spass-widgets/spass-widgets.php');`);
}

/** Saves the settings of contributions, as the form of the settings page does. Returns its error messages. */
export function switchOn({php}: WordPressSite, options: Readonly<Record<string, string>> = {}) {
  const fields = {
    enabled: '1',
    controller: 'Commune d’Ors',
    contact: 'rgpd@ors.example',
    months: '24',
    ...options,
  };
  return php(`require ABSPATH . 'wp-admin/includes/admin.php';
    $options = Spass\\WordPress\\sanitize_options(json_decode('${JSON.stringify(fields)}', true));
    update_option(Spass\\WordPress\\OPTION, $options);
    echo implode("\\n", array_column(get_settings_errors(), 'message'));`);
}

/** Publishes or refuses a contribution, as the row actions of the admin do. */
export function decide({php}: WordPressSite, id: string, state: 'published' | 'refused'): void {
  php(`Spass\\WordPress\\decide(Spass\\WordPress\\post_of('${id}'), '${state}');`);
}

/** Writes the team's reply to a contribution, as the form on its page does. */
function reply({php}: WordPressSite, id: string, text: string): void {
  const encoded = Buffer.from(text).toString('base64');
  php(`$reply = Spass\\Contributions\\Validation::parse_reply(base64_decode('${encoded}'));
    Spass\\WordPress\\set_reply(Spass\\WordPress\\post_of('${id}'), $reply);`);
}
