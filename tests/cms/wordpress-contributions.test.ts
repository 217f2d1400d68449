import assert from 'node:assert/strict';
import {copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {findWordPress} from '../../scripts/setup.mjs';
import {decide, installPlugin, switchOn} from '../support/contract-wordpress.js';
import {jpeg, png, SECRETS} from '../support/pictures.js';
import {startWordPress, type WordPressSite} from './wordpress-site.js';

const skip = findWordPress() ? false : "WordPress is missing: install Debian's wordpress.";

interface Accepted {
  readonly id: string;
  readonly receipt: string;
  readonly photos?: readonly {readonly src: string}[];
}
interface Sent {
  readonly contribution?: unknown;
  readonly photos?: readonly Uint8Array[];
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly lang?: string;
}

let serial = 0;
const newKey = (): string => `wordpress-${process.pid}-${++serial}`;

describe('contributions in WordPress', {skip, timeout: 280_000}, () => {
  let site: WordPressSite;
  let api: string;
  const faultFile = () => join(site.contentFolder, 'fault');
  const warningFile = () => join(site.contentFolder, 'warnings');
  const photoFolder = () => join(site.contentFolder, 'uploads/spass-contributions');

  const send = ({contribution, photos = [], key = newKey(), headers, lang = 'fr'}: Sent = {}) => {
    const form = new FormData();
    const json = JSON.stringify(contribution ?? {kind: 'idea', text: 'Un banc'});
    form.append('contribution', new Blob([json], {type: 'application/json'}));
    for (const [index, photo] of photos.entries())
      form.append('photo[]', new Blob([new Uint8Array(photo)]), `photo-${index}.jpg`);
    return fetch(`${api}/contributions?lang=${lang}`, {
      method: 'POST',
      headers: {'Idempotency-Key': key, ...headers},
      body: form,
    });
  };
  const accept = async (sent?: Sent): Promise<Accepted> => {
    const answer = await send(sent);
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as Accepted;
  };
  const detailOf = async (answer: Response): Promise<string> =>
    ((await answer.json()) as {detail: string}).detail;
  /** Returns the whole database as text: the definition and the rows of each table. */
  const dump = (): string =>
    site.php(`global $wpdb;
      foreach ($wpdb->get_col('SHOW TABLES') as $table) {
        echo $wpdb->get_row("SHOW CREATE TABLE $table", ARRAY_N)[1], "\\n";
        foreach ($wpdb->get_results("SELECT * FROM $table", ARRAY_N) as $row) echo implode("\\t", $row), "\\n";
      }`);
  const photoFiles = (): string[] =>
    existsSync(photoFolder())
      ? readdirSync(photoFolder()).filter(name => /\.(?:jpg|png|webp)$/.test(name))
      : [];
  /** Returns the numbers of posts, attachments and keys of contributions. */
  const counts = (): string =>
    site.php(`global $wpdb;
      echo $wpdb->get_var("SELECT concat(
        (SELECT count(*) FROM wp_posts WHERE post_type = 'spass_contribution'), ' ',
        (SELECT count(*) FROM wp_postmeta WHERE meta_key = '_wp_attached_file' AND meta_value LIKE 'spass-contributions%'), ' ',
        (SELECT count(*) FROM wp_spass_submissions))");`);

  before(async () => {
    site = await startWordPress();
    api = `${site.url}/wp-json/spass-widgets/v1`;
    copyFileSync(
      fileURLToPath(new URL('wordpress/faults.php', import.meta.url)),
      join(site.contentFolder, 'mu-plugins/faults.php'),
    );
    installPlugin(site);
  });
  after(() => site.stop());
  afterEach(() => {
    rmSync(faultFile(), {force: true});
    const warnings = existsSync(warningFile()) ? readFileSync(warningFile(), 'utf8') : '';
    rmSync(warningFile(), {force: true});
    assert.equal(warnings, '');
  });

  it('S-19 are off at first: no address, no table, no menu', async () => {
    for (const path of ['', '/contributions', '/receipts/x', '/resources'])
      assert.equal((await fetch(api + path)).status, 404, path);
    assert.equal((await send()).status, 404);
    assert.doesNotMatch(dump(), /spass_(?:submissions|clients)/);
    assert.equal(site.php(`echo post_type_exists('spass_contribution') ? 'yes' : 'no';`), 'no');
  });

  it('are switched on only if the settings say who is responsible, with a retention', () => {
    assert.match(switchOn(site, {controller: ' '}), /Data controller and contact are needed/);
    assert.match(switchOn(site, {months: '0'}), /from 1 to 120/);
    assert.match(switchOn(site, {months: '999'}), /from 1 to 120/);
    assert.match(
      switchOn(site, {enabled: '0', origins: 'javascript:alert(1) https://a.example/path'}),
      /javascript:alert[^]*a\.example\/path/,
    );
    const isOn = () => site.php('echo Spass\\WordPress\\accepts_contributions() ? 1 : 0;');
    assert.equal(isOn(), '0');
    assert.match(
      site.php(`update_option('permalink_structure', '');
        echo implode(Spass\\WordPress\\obstacles());`),
      /need permalinks/,
    );
    site.php(`update_option('permalink_structure', '/%postname%/');`);
    // WordPress validates settings twice when they are stored for the first time.
    const twice = site.php(`require ABSPATH . 'wp-admin/includes/admin.php';
      $once = Spass\\WordPress\\sanitize_options(['months' => '6', 'origins' => 'https://a.example/ *']);
      echo json_encode(Spass\\WordPress\\sanitize_options($once)['origins']);`);
    assert.equal(twice, String.raw`["https:\/\/a.example","*"]`);
    assert.equal(switchOn(site), '');
    assert.equal(isOn(), '1');
    assert.match(dump(), /UNIQUE KEY `key_hash`/);
  });

  it('are refused from pages of other sites, unless the settings name them', async () => {
    const elsewhere = {Origin: 'https://ailleurs.example'};
    const preflight = () =>
      fetch(`${api}/contributions`, {
        method: 'OPTIONS',
        headers: {...elsewhere, 'Access-Control-Request-Method': 'POST'},
      });
    const refused = await send({headers: elsewhere, lang: 'de'});
    assert.equal(refused.status, 403);
    assert.match(await detailOf(refused), /nimmt keine Beiträge an/);
    assert.equal((await send({headers: {Origin: 'null'}})).status, 403);
    assert.equal((await preflight()).headers.get('access-control-allow-methods'), null);
    await accept({headers: {Origin: site.url}});
    // Behind a proxy that removes TLS.
    await accept({headers: {Origin: site.url.replace('http:', 'https:')}});
    switchOn(site, {origins: 'https://ailleurs.example'});
    await accept({headers: elsewhere});
    assert.equal((await preflight()).headers.get('access-control-allow-methods'), 'POST');
    assert.equal((await send({headers: {Origin: 'https://ailleurs.example.org'}})).status, 403);
    const list = await fetch(`${api}/contributions`, {headers: elsewhere});
    assert.equal(list.headers.get('access-control-allow-origin'), '*');
    assert.equal(list.headers.get('access-control-allow-credentials'), null);
    switchOn(site);
  });

  it('keep their keys and receipts as hashes only', async () => {
    const key = newKey();
    const {receipt} = await accept({key});
    const text = dump();
    assert.ok(!text.includes(key));
    assert.ok(!text.includes(receipt.split('/').at(-1) ?? '?'));
  });

  it('F-21 are stored once if fifty equal ones arrive at once, with one photograph', async () => {
    const [posts = 0, files = 0, keys = 0] = counts().split(' ').map(Number);
    const key = newKey();
    const sent = {key, photos: [jpeg()]};
    const ids = await Promise.all(Array.from({length: 50}, async () => (await accept(sent)).id));
    assert.equal(new Set(ids).size, 1);
    assert.equal(counts(), `${posts + 1} ${files + 1} ${keys + 1}`);
  });

  it('S-19 leave nothing in the database and on the disk when they are withdrawn', async () => {
    const contribution = {
      kind: 'tree',
      text: {fr: 'Le chêne du facteur', nl: 'De eik 🌳 van de postbode'},
      name: 'Léocadie Vanhoutte',
      geo: {lat: 50.123456, lon: 3.654321},
      photos: [{alt: 'Une cime singulière'}, {}],
    };
    const before = photoFiles().length;
    const {id, receipt, photos} = await accept({contribution, photos: [jpeg(), png()]});
    decide(site, id, 'published');
    assert.equal(photoFiles().length, before + 2);
    for (const {src} of photos ?? []) assert.equal((await fetch(src)).status, 200);
    await fetch(receipt, {method: 'POST', body: new URLSearchParams({email: 'leo@ors.example'})});
    const secrets = /facteur|postbode|Vanhoutte|50\.123456|singuli|leo@ors/;
    assert.match(dump(), secrets);
    assert.equal((await fetch(receipt, {method: 'POST'})).status, 200);
    assert.doesNotMatch(dump(), secrets);
    assert.equal(photoFiles().length, before);
    for (const {src} of photos ?? []) assert.equal((await fetch(src)).status, 404);
    // A moderator who still has the page open cannot bring it back.
    decide(site, id, 'published');
    assert.doesNotMatch(dump(), secrets);
  });

  it('S-19 leave nothing either when a moderator deletes their post', async () => {
    const before = photoFiles().length;
    const {id, receipt} = await accept({
      contribution: {kind: 'idea', text: 'Effacée par la mairie'},
      photos: [jpeg()],
    });
    site.php(`wp_delete_post(Spass\\WordPress\\post_of('${id}'), true);`);
    assert.doesNotMatch(dump(), /par la mairie/);
    assert.equal(photoFiles().length, before);
    assert.equal((await fetch(receipt)).status, 200);
  });

  it('S-19 say that they are not yet deleted if a file cannot be, and delete it the next day', async () => {
    const {receipt} = await accept({photos: [jpeg()]});
    const before = photoFiles().length;
    writeFileSync(faultFile(), 'undeletable');
    const answer = await fetch(receipt, {method: 'POST'});
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /tout n’est pas encore effacé/);
    rmSync(faultFile());
    assert.match(await (await fetch(receipt)).text(), /tout n’est pas encore effacé/);
    assert.equal(photoFiles().length, before);
    site.php(`do_action('spass_widgets_daily');`);
    assert.equal(photoFiles().length, before - 1);
    assert.match(await (await fetch(receipt)).text(), /sont effacés/);
  });

  it('S-19 have photographs without metadata, which nobody sees before publication', async () => {
    const {id, receipt} = await accept({photos: [jpeg({orientation: 6})]});
    for (const name of photoFiles()) {
      const bytes = readFileSync(join(photoFolder(), name), 'latin1');
      for (const secret of SECRETS) assert.ok(!bytes.includes(secret), secret);
    }
    const attachment = site.php(
      `echo Spass\\WordPress\\attachments(Spass\\WordPress\\post_of('${id}'))[0];`,
    );
    const status = async (url: string) => (await fetch(url, {redirect: 'manual'})).status;
    const listed = async () =>
      (await (await fetch(`${site.url}/wp-json/wp/v2/media?per_page=100`)).text()).includes(id);
    assert.equal(await listed(), false);
    assert.ok((await status(`${site.url}/wp-json/wp/v2/media/${attachment}`)) >= 401);
    assert.notEqual(await status(`${site.url}/?attachment_id=${attachment}`), 200);
    assert.notEqual(await status(`${site.url}/?p=${Number(attachment) - 1}`), 200);
    assert.equal(await status(`${api}/photos/${id}-1.jpg`), 404);
    assert.equal(await status(`${receipt}/1`), 200);
    assert.equal(await status(`${receipt}/2`), 404);
    decide(site, id, 'published');
    assert.equal(await status(`${api}/photos/${id}-1.jpg`), 200);
    const shown = await Promise.all(
      [receipt, `${api}/contributions`].map(async url => (await fetch(url)).text()),
    );
    for (const name of photoFiles()) assert.ok(!shown.join().includes(name.slice(0, 32)));
    decide(site, id, 'refused');
    assert.equal(await status(`${api}/photos/${id}-1.jpg`), 404);
  });

  for (const [fault, what] of [
    ['disk', 'the disk is full'],
    ['media', 'the media library fails at the second photograph'],
    ['record', 'the database fails at the end'],
  ] as const)
    it(`F-21 leave nothing half stored if ${what}, and can be sent again`, async () => {
      const sent = {
        key: newKey(),
        contribution: {kind: 'idea', text: `Un essai ${fault}`},
        photos: [jpeg(), png()],
      };
      const [countsBefore, filesBefore] = [counts(), photoFiles().length];
      writeFileSync(faultFile(), fault);
      const answer = await send(sent);
      assert.equal(answer.status, 503);
      assert.ok(Number(answer.headers.get('retry-after')) > 0);
      assert.match(await detailOf(answer), /rien n’a été modifié/);
      rmSync(faultFile());
      assert.equal(counts(), countsBefore);
      assert.equal(photoFiles().length, filesBefore);
      assert.ok(!dump().includes(`Un essai ${fault}`));
      await accept(sent);
      assert.equal(photoFiles().length, filesBefore + 2);
    });

  it('F-21 leave nothing half stored in tables without transactions either', async () => {
    const engine = (name: string) =>
      site.php(`global $wpdb;
        foreach (['posts', 'postmeta'] as $table) $wpdb->query("ALTER TABLE {$wpdb->$table} ENGINE=${name}");`);
    engine('MyISAM');
    try {
      for (const fault of ['media', 'record']) {
        const [countsBefore, filesBefore] = [counts(), photoFiles().length];
        writeFileSync(faultFile(), fault);
        const sent = {key: newKey(), photos: [jpeg(), png()]};
        assert.equal((await send(sent)).status, 503);
        rmSync(faultFile());
        assert.equal(counts(), countsBefore, fault);
        assert.equal(photoFiles().length, filesBefore);
        const {receipt} = await accept(sent);
        await fetch(receipt, {method: 'POST'});
        assert.equal(photoFiles().length, filesBefore);
      }
    } finally {
      engine('InnoDB');
    }
  });

  it('name the limits of PHP in a sentence', async () => {
    const heavy = (bytes: number) => Buffer.concat([jpeg(), Buffer.alloc(bytes)]);
    const photo = await send({photos: [heavy(2_500_000)]});
    assert.equal(photo.status, 422);
    const {errors} = (await photo.json()) as {errors: {field: string; message: string}[]};
    assert.deepEqual(
      errors.map(({field}) => field),
      ['photos[0]'],
    );
    assert.match(errors[0]?.message ?? '', /trop lourde.: 2.Mo au maximum/);
    const body = await send({photos: [heavy(12_000_000)], lang: 'en'});
    assert.equal(body.status, 413);
    assert.match(await detailOf(body), /too large for this site: 8.MB at most/);
  });

  it('ask for other names if PHP has dropped a photograph', async () => {
    const form = new FormData();
    form.append('contribution', JSON.stringify({kind: 'idea', text: 'Deux', photos: [{}, {}]}));
    for (const name of ['1.jpg', '2.jpg'])
      form.append('photo', new Blob([new Uint8Array(jpeg())]), name);
    const answer = await fetch(`${api}/contributions`, {
      method: 'POST',
      headers: {'Idempotency-Key': newKey()},
      body: form,
    });
    assert.equal(answer.status, 400);
    assert.equal(((await answer.json()) as {photoPart: string}).photoPart, 'photo[]');
  });

  it('are refused without a PHP warning if the request is made to break them', async () => {
    const form = (...parts: readonly (readonly [string, string | Blob])[]): FormData => {
      const data = new FormData();
      for (const [name, value] of parts) data.append(name, value);
      return data;
    };
    const idea = JSON.stringify({kind: 'idea', text: 'x'});
    const blob = new Blob([new Uint8Array(jpeg())]);
    const bodies: readonly BodyInit[] = [
      form(['contribution[]', idea]),
      form(['contribution[a][b]', idea]),
      form(['contribution', idea], ['contribution', blob]),
      form(['contribution', '['.repeat(60_000)]),
      form(['contribution', `{"kind":${'{"a":'.repeat(400)}1${'}'.repeat(400)}}`]),
      form(['contribution', '{"kind":"idea","text":"\u0000\\ud800"}']),
      form(['contribution', 'x'.repeat(70_000)]),
      form(['contribution', idea], ['photo[a][b]', blob]),
      form(['contribution', idea], ['photo[a][b][c]', blob], ['photo', 'x']),
      form(['contribution', idea], ...Array.from({length: 13}, (_, i) => [`f${i}`, 'x'] as const)),
      form(['contribution', idea], ...Array.from({length: 4}, () => ['photo[]', blob] as const)),
      form(['photo[]', blob]),
      'x',
    ];
    for (const body of bodies) {
      const answer = await fetch(`${api}/contributions?lang[]=fr&limit[]=x`, {
        method: 'POST',
        headers: {'Idempotency-Key': newKey()},
        body,
      });
      assert.ok(answer.status >= 400 && answer.status < 500, await answer.clone().text());
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      JSON.parse(await answer.text());
    }
    for (const key of ["'; DROP TABLE wp_posts; --", 'x'.repeat(201), 'short', 'é'.repeat(10)])
      assert.notEqual((await send({key: encodeURI(key)})).status, 500, key);
    for (const path of [
      "contributions/'%20OR%201=1",
      'contributions/x/y',
      'receipts/%00',
      'receipts/..%2f..%2fwp-config.php',
      'photos/..%2f..%2fx-1.jpg',
      'photos/x-1.php',
      'unknown',
      'contributions?limit[]=1&page[]=2',
      'resources/1',
    ]) {
      const answer = await fetch(`${api}/${path}`);
      assert.ok([200, 400, 404].includes(answer.status), `${path}: ${answer.status}`);
      JSON.parse(await answer.text());
    }
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      assert.equal((await fetch(`${api}/contributions`, {method})).status, 405, method);
  });

  it('are limited for one address, in the language of the page', async () => {
    await accept();
    site.php(
      `global $wpdb; $wpdb->query('UPDATE wp_spass_clients SET tokens = 0, updated = ' . microtime(true));`,
    );
    const answer = await send({lang: 'nl'});
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('retry-after')) >= 1);
    assert.match(await detailOf(answer), /te veel bijdragen/);
    assert.doesNotMatch(dump(), /127\.0\.0\.1[\t\n]/, 'the address is stored as a hash');
    site.php(`global $wpdb; $wpdb->query('DELETE FROM wp_spass_clients');`);
  });

  it('are exported and erased by WordPress’s tools for the e-mail address left on the receipt', async () => {
    const {id, receipt} = await accept({
      contribution: {
        kind: 'photo',
        text: 'Des <b>ruches</b>',
        name: 'Anne',
        resource: 'verger',
        direction: 45,
      },
      photos: [jpeg()],
    });
    const leave = (email: string) =>
      fetch(receipt, {method: 'POST', body: new URLSearchParams({email})});
    assert.equal((await leave('nobody')).status, 422);
    const saved = await leave('anne@ors.example');
    assert.equal(saved.status, 200);
    assert.match(await saved.text(), /adresse est enregistrée/);
    decide(site, id, 'published');
    const list = await (await fetch(`${api}/contributions`)).text();
    assert.ok(list.includes(id) && !list.includes('anne@ors'));
    const tool = (filter: string, email: string) =>
      site.php(
        `echo json_encode((apply_filters('${filter}', []))['spass-contributions']['callback']('${email}', 1));`,
      );
    const exported = tool('wp_privacy_personal_data_exporters', 'anne@ors.example');
    assert.match(exported, new RegExp(id));
    assert.match(exported, /Des &lt;b&gt;ruches/);
    assert.match(exported, /"Series","value":"verger"/);
    assert.match(exported, /"Direction of the view","value":"45/);
    const archive = site.php(`require ABSPATH . 'wp-admin/includes/admin.php';
      $request = wp_create_user_request('anne@ors.example', 'export_personal_data');
      update_post_meta($request, '_export_data_grouped', []);
      wp_privacy_generate_personal_data_export_file($request);
      $zip = new ZipArchive();
      $zip->open(wp_privacy_exports_dir() . get_post_meta($request, '_export_file_name', true));
      for ($i = 0; $i < $zip->numFiles; $i++) echo $zip->getNameIndex($i), ' ';
      wp_delete_post($request, true);`);
    assert.match(archive, new RegExp(`${id}-1\\.jpg`));
    assert.doesNotMatch(tool('wp_privacy_personal_data_exporters', 'x@ors.example'), /ruches/);
    const erased = tool('wp_privacy_personal_data_erasers', 'anne@ors.example');
    assert.match(erased, /"items_removed":true,"items_retained":false/);
    assert.doesNotMatch(dump(), /ruches|anne@ors/);
    assert.match(await (await fetch(receipt)).text(), /sont effacés/);
  });

  it('are deleted after the retention, published or not, by the daily task', async () => {
    const old = await accept({
      contribution: {kind: 'idea', text: 'Vieille de deux ans'},
      photos: [jpeg()],
    });
    const recent = await accept({contribution: {kind: 'idea', text: 'Toute récente'}});
    decide(site, old.id, 'published');
    const files = photoFiles().length;
    site.php(`global $wpdb;
      $wpdb->query("UPDATE wp_spass_submissions SET created = '2020-01-01' WHERE reference = '${old.id}'");
      if (!wp_next_scheduled('spass_widgets_daily')) exit('not scheduled');
      do_action('spass_widgets_daily');`);
    assert.doesNotMatch(dump(), /Vieille de deux ans/);
    assert.match(dump(), /Toute r/);
    assert.equal(photoFiles().length, files - 1);
    assert.equal((await fetch(old.receipt)).status, 404);
    assert.equal((await fetch(recent.receipt)).status, 200);
  });

  it('fill in the form of the site: its address and who is responsible', async () => {
    decide(site, (await accept()).id, 'published');
    switchOn(site, {policy: 'https://ors.example/rgpd'});
    writeFileSync(
      join(site.contentFolder, 'plugins/spass-widgets/widgets.json'),
      JSON.stringify({
        version: '0',
        integrity: {'spass-widgets.js': 'x', 'spass-widgets.css': 'x'},
        widgets: {
          contribute: {
            title: 'x',
            text: 'x',
            content: false,
            collection: 'contributions',
            attributes: Object.fromEntries(
              ['api', 'kind', 'controller', 'contact', 'retention', 'policy', 'limit'].map(name => [
                name,
                {kind: 'text', panel: 'main', text: 'x'},
              ]),
            ),
          },
        },
      }),
    );
    const html = (shortcode: string) => site.php(`echo do_shortcode('${shortcode}');`);
    const own = html('[spass widget="contribute" kind="tree"]');
    assert.ok(own.includes(`api="${api}"`));
    assert.ok(own.includes('controller="Commune d’Ors" contact="rgpd@ors.example"'));
    assert.ok(own.includes('retention="24 months"') && own.includes('https://ors.example/rgpd'));
    // Published contributions are readable without JavaScript, without a request of the site to itself.
    assert.match(html('[spass widget="contribute" limit="3"]'), /<li>/);
    const foreign = html('[spass widget="contribute" api="https://caue.example/api"]');
    assert.ok(!foreign.includes('Commune d’Ors'));
    assert.ok(
      html('[spass widget="Spass-Contribute" contact="autre@ors.example"]').includes(
        'contact="autre@',
      ),
    );
  });

  it('hide the files of their photographs from authors, to whom WordPress describes any attachment', async () => {
    await accept({photos: [jpeg()]});
    const describe = (role: string): string =>
      site.php(`require ABSPATH . 'wp-admin/includes/admin.php';
        $id = get_posts(['post_type' => 'attachment', 'post_status' => 'private', 'fields' => 'ids', 'numberposts' => 1])[0];
        wp_set_current_user(wp_insert_user(['user_login' => '${role}-photo', 'user_pass' => 'x', 'role' => '${role}']));
        echo json_encode([wp_prepare_attachment_for_js($id), wp_get_attachment_metadata($id)]);`);
    assert.doesNotMatch(describe('author'), /[0-9a-f]{32}|-photo|alt/);
    assert.match(describe('editor'), /^\[\{"id":\d+,.*\},\{"width":\d+,"height":\d+/);
  });

  it('are gone with the site of a network, whose own tables WordPress deletes', () => {
    const tables = site.php(
      `echo implode(' ', apply_filters('wpmu_drop_tables', ['wp_posts'], 1));`,
    );
    assert.equal(tables, 'wp_posts wp_spass_submissions wp_spass_clients');
  });

  it('keep receipts when they are switched off, and nothing else', async () => {
    const {receipt} = await accept();
    switchOn(site, {enabled: '0'});
    assert.equal((await send()).status, 404);
    assert.equal((await fetch(`${api}/contributions`)).status, 404);
    assert.equal((await fetch(receipt)).status, 200);
    assert.equal((await fetch(receipt, {method: 'POST'})).status, 200);
    site.php(`require ABSPATH . 'wp-admin/includes/admin.php';
      deactivate_plugins('spass-widgets/spass-widgets.php');`);
    assert.equal((await fetch(receipt)).status, 404);
    assert.equal(site.php(`echo wp_next_scheduled('spass_widgets_daily') ? 1 : 0;`), '0');
  });

  it('are gone with their tables and photographs when the plugin is deleted', () => {
    assert.ok(photoFiles().length > 0);
    // As WordPress stores which boxes of the page a moderator has folded.
    site.php(`require ABSPATH . 'wp-admin/includes/admin.php';
      update_user_meta(1, 'closedpostboxes_spass_contribution', array('spass-contribution'));
      WP_Filesystem();
      uninstall_plugin('spass-widgets/spass-widgets.php');`);
    assert.doesNotMatch(dump(), /spass/i);
    assert.equal(existsSync(photoFolder()), false);
  });
});
