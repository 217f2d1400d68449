import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {request} from 'node:http';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import axe from 'axe-core';
import type {Browser, Page} from 'playwright-core';
import {findSpip} from '../../scripts/setup.mjs';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {type SpipWithContributions, startSpipWithContributions} from '../support/contract-spip.js';
import {jpeg, png, SECRETS, webp} from '../support/pictures.js';
import {
  addSection,
  addWriter,
  decide,
  logIn,
  openContributions,
  publish,
  writeArticle,
} from './spip-pages.js';
import type {SpipSite} from './spip-site.js';

const WRITER = {name: 'lise', password: 'Un-autre-secret'};
const skip = findSpip() ? false : "SPIP is missing: install Debian's spip and php-sqlite3.";

interface Accepted {
  readonly id: string;
  readonly receipt: string;
}

interface Sending {
  readonly photos?: readonly Uint8Array[];
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let serial = 0;
const newKey = (): string => `spip-test-${process.pid}-${++serial}`;

/** Advances the clock by a minute, the minimum writing time, however fast the test is. */
const SLOWLY = `{const now = Date.now; let more = 0; Date.now = () => now() + more;
  addEventListener('input', () => { more = 60000; }, true)}`;

/** Returns the files below a folder that contain a text. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });

describe('contributions in a real SPIP', {timeout: 280_000, skip}, () => {
  let spip: SpipWithContributions;
  let site: SpipSite;
  let browser: Browser;
  let admin: Page;
  let writer: Page;
  let api: string;

  const send = (
    contribution: object,
    {photos = [], key = newKey(), headers = {}}: Sending = {},
  ) => {
    const form = new FormData();
    form.append('contribution', new Blob([JSON.stringify(contribution)]), 'blob');
    for (const photo of photos) form.append('photo[]', new Blob([new Uint8Array(photo)]), 'x.jpg');
    return fetch(`${api}/contributions?lang=fr`, {
      method: 'POST',
      headers: {'Idempotency-Key': key, ...headers},
      body: form,
    });
  };
  const accept = async (...args: Parameters<typeof send>): Promise<Accepted> => {
    const answer = await send(...args);
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as Accepted;
  };
  const listed = async (): Promise<string> => (await fetch(`${api}/contributions`)).text();
  const photoFiles = (): string[] =>
    readdirSync(join(site.folder, 'config/spass_widgets')).filter(name => name !== '.ok');
  /** Returns the value of an SQL expression, as SPIP reads it. */
  const select = (what: string, table: string, where = ''): string =>
    site.php(`echo sql_getfetsel("${what}", "${table}", "${where}");`);
  const openAsVisitor = async (id: number): Promise<Page> => {
    const {page} = await openPage(browser, undefined, {locale: 'fr-FR'});
    await page.addInitScript(SLOWLY);
    await page.goto(`${site.url}/spip.php?article${id}`);
    return page;
  };
  const article = async (text: string): Promise<number> => {
    const id = await writeArticle(writer, site, text);
    await publish(admin, site, id);
    return id;
  };

  before(async () => {
    browser = await launchChromium();
    spip = await startSpipWithContributions({isClosed: true});
    ({site, admin, api} = spip);
    await addWriter(admin, site, WRITER);
    await addSection(admin, site);
    ({page: writer} = await openPage(browser, undefined, {locale: 'fr-FR'}));
    await logIn(writer, site, WRITER);
  });
  after(async () => {
    await browser.close();
    await spip.stop();
  });

  it('S-19 are not received until an administrator switches them on', async () => {
    const idea = {kind: 'idea', text: 'Trop tôt'};
    assert.equal((await send(idea)).status, 404);
    for (const path of ['contributions', 'contributions/7F3K-29QX', 'resources', 'photos/a-1.jpg'])
      for (const method of ['GET', 'OPTIONS'])
        assert.equal((await fetch(`${api}/${path}`, {method})).status, 404, `${method} ${path}`);
    assert.equal((await fetch(`${api}/receipts/none`)).status, 404);
    const id = await article('<spass|widget=contribute|kind=idea>');
    const page = await openAsVisitor(id);
    assert.equal(await page.locator('spass-contribute').getAttribute('api'), null);
    await page.context().close();
    await admin.goto(`${site.url}/ecrire/?exec=configurer_spass_widgets`);
    await admin.check('#recevoir');
    await admin.fill('#politique', 'javascript:alert(1)');
    await admin.fill('#conservation', '0');
    await admin.click('.formulaire_configurer_spass_widgets [type=submit]');
    await admin.locator('.erreur_message').first().waitFor();
    assert.equal(await admin.locator('.erreur_message').count(), 4);
    assert.equal((await send(idea)).status, 404, 'an incomplete page changes nothing');
    await openContributions(admin, site);
    assert.deepEqual(JSON.parse(await listed()), {
      version: '1',
      total: 0,
      items: [],
      next: null,
      complete: true,
    });
  });

  it('are sent from an article to the site itself, and published in the private area', async () => {
    const id = await article(
      ['', `|api=${api}/`, '|api=/spip.php/spass_widgets.api', '|api=https://autre.example/api']
        .map(own => `<spass|widget=contribute|kind=idea|controller=Quelqu’un d’autre${own}>`)
        .join('\n\n'),
    );
    const page = await openAsVisitor(id);
    const controllers = await page
      .locator('spass-contribute')
      .evaluateAll(all => all.map(form => form.getAttribute('controller')));
    const own = 'Commune d’Ors';
    assert.deepEqual(controllers, [own, own, own, 'Quelqu’un d’autre']);
    const form = page.locator('spass-contribute').first();
    assert.equal(await form.getAttribute('api'), '/spip.php/spass_widgets.api');
    assert.equal(await form.getAttribute('contact'), 'rgpd@ors.example');
    assert.equal(await form.getAttribute('retention'), '12 mois après l’envoi');
    await form.locator('textarea').first().fill('Un banc « sous » le tilleul');
    await form.getByLabel('J’accepte').check();
    await form.getByRole('button', {name: 'Envoyer', exact: true}).click();
    await form.getByText('bien été reçue').first().waitFor();
    assert.doesNotMatch(await listed(), /tilleul/);
    await admin.goto(`${site.url}/ecrire/`);
    const pending = admin.locator('.liste-objets.spass_contributions a', {hasText: 'tilleul'});
    await pending.waitFor();
    const text = await pending.innerText();
    assert.equal(text, 'Un banc « sous » le tilleul');
    const reference = await admin
      .locator('.liste-objets.spass_contributions tr', {hasText: 'tilleul'})
      .locator('td.id')
      .innerText();
    await decide(admin, site, reference, 'published');
    await page.reload();
    await form.getByText('Un banc « sous » le tilleul').waitFor();
    await decide(admin, site, reference, 'refused');
    assert.doesNotMatch(await listed(), /tilleul/);
    await page.context().close();
  });

  it('are shown to a moderator as text, whatever they contain', async () => {
    const text =
      '<script>pwned()</script><img src=x onerror=pwned()> {{gras}} [lien->javascript:pwned()]\n' +
      "<spass|widget=agenda> ' OR 1=1 -- \\ spip_auteurs #ENV{x} <?php echo 1 ?> %s 🌳";
    const {id} = await accept(
      {kind: 'idea', text, name: '"><b>x', photos: [{alt: '" onload="pwned()'}]},
      {photos: [jpeg()]},
    );
    const errors: string[] = [];
    admin.on('pageerror', error => errors.push(error.message));
    await admin.goto(`${site.url}/ecrire/?exec=spass_contributions`);
    await admin.locator('tr', {hasText: id}).locator('td.titre a').click();
    const shown = admin.locator('#wysiwyg');
    assert.equal(await shown.locator('.spass-texte').innerText(), text);
    assert.equal(await shown.locator('img').getAttribute('alt'), '" onload="pwned()');
    assert.equal(await shown.locator('img').getAttribute('onload'), null);
    assert.equal(await shown.locator('script, b, i, spass-agenda').count(), 0);
    assert.deepEqual(errors, []);
    await decide(admin, site, id, 'published');
    const {items} = JSON.parse(await listed()) as {items: readonly {id: string; text: string}[]};
    assert.equal(items.find(item => item.id === id)?.text, text);
    assert.equal(Number(select('count(*)', 'spip_auteurs')), 2);
  });

  it('are shown to the team with their line or area, the series of a photograph and its direction, and answered with the keyboard', async () => {
    const coordinates = [
      [3.63, 50.1],
      [3.64, 50.11],
    ];
    const {id, receipt} = await accept({
      kind: 'idea',
      text: 'Un sentier',
      geometry: {type: 'LineString', coordinates},
      resource: 'place <b>',
      direction: 225,
    });
    await decide(admin, site, id, 'published');
    const shown = await admin.locator('#wysiwyg').innerText();
    assert.match(shown, /50\.1, 3\.63; 50\.11, 3\.64/);
    assert.match(shown, /Série\s+place <b>\s+Direction de la prise de vue\s+225°/);
    const field = admin.getByLabel('Réponse de l’équipe');
    await field.focus();
    await admin.keyboard.type('Merci <b>à vous</b> & à \\ bientôt');
    await admin.keyboard.press('Tab');
    await admin.keyboard.press('Enter');
    await admin.getByText('La réponse est enregistrée.').waitFor();
    const page = await (await fetch(receipt)).text();
    assert.match(page, /Merci &lt;b&gt;à vous&lt;\/b&gt; &amp; à \\ bientôt/);
    await admin.reload();
    assert.match(
      await admin.locator('#wysiwyg').innerText(),
      /Merci <b>à vous<\/b> & à \\ bientôt/,
    );
    await field.evaluate((area: HTMLTextAreaElement) => {
      area.removeAttribute('maxlength');
      area.value = 'x'.repeat(2001);
    });
    await admin.locator('.formulaire_repondre_spass_contribution [type=submit]').click();
    await admin.getByText('Une réponse compte 2000 caractères au plus.').waitFor();
    assert.match(await (await fetch(receipt)).text(), /bientôt/);
  });

  it('are moderated and configured on pages in which axe finds no error', async () => {
    await accept({kind: 'idea', text: 'Un banc', name: 'Léa'}, {photos: [jpeg()]});
    const number = select('max(id_spass_contribution)', 'spip_spass_contributions');
    const pages = ['configurer_spass_widgets', 'spass_contributions', 'spass_contribution'];
    for (const name of pages) {
      await admin.goto(`${site.url}/ecrire/?exec=${name}&id_spass_contribution=${number}`);
      await admin.evaluate(axe.source);
      const violations = await admin.evaluate(async () => {
        const run = (globalThis as unknown as {axe: typeof import('axe-core')}).axe.run;
        return (await run('#contenu')).violations.map(({id, nodes}) => `${id} ${nodes[0]?.html}`);
      });
      assert.deepEqual(violations, [], name);
    }
  });

  it('S-19 are configured by nobody who has lost the right, even with a form opened before', async () => {
    const settings = () =>
      site.php("include_spip('inc/config'); echo lire_config('spass_widgets/responsable');");
    const before = settings();
    await admin.goto(`${site.url}/ecrire/?exec=configurer_spass_widgets`);
    const fields = await admin
      .locator('.formulaire_configurer_spass_widgets form')
      .evaluate(form => Object.fromEntries(new FormData(form as HTMLFormElement)));
    const form = {...fields, recevoir: 'oui', responsable: 'Pirate'} as Record<string, string>;
    for (const page of ['/spip.php', '/ecrire/?exec=accueil'])
      for (const {request} of [writer, (await openPage(browser)).page])
        await request.post(site.url + page, {form});
    // Signed for the author that sends it.
    const direct = site.php(`
      $_POST = ['recevoir' => 'oui', 'responsable' => 'Pirate', 'contact' => 'x', 'conservation' => '12'];
      include_spip('formulaires/configurer_spass_widgets');
      var_export(formulaires_configurer_spass_widgets_charger_dist());
      formulaires_configurer_spass_widgets_traiter_dist();`);
    assert.equal(direct, 'false');
    assert.equal(settings(), before);
  });

  it('S-19 are not for writers: neither list, nor text, nor photographs, nor decisions', async () => {
    const {id} = await accept({kind: 'idea', text: 'Confidentiel'}, {photos: [jpeg()]});
    const number = select(
      'id_spass_contribution',
      'spip_spass_contributions',
      `identifiant='${id}'`,
    );
    for (const page of [
      'spass_contributions',
      `spass_contribution&id_spass_contribution=${number}`,
      '',
    ]) {
      await writer.goto(`${site.url}/ecrire/?exec=${page}`);
      assert.doesNotMatch(await writer.content(), /Confidentiel/, page);
      assert.equal(await writer.locator('.liste-objets.spass_contributions').count(), 0, page);
    }
    // Nor for an administrator of some sections only.
    const mayModerate = site.php(`
      sql_insertq('spip_auteurs_liens', ['id_auteur' => 1, 'objet' => 'rubrique', 'id_objet' => 1]);
      include_spip('inc/autoriser');
      $qui = ['statut' => '0minirezo', 'id_auteur' => 1, 'webmestre' => 'non'];
      foreach (['voir', 'instituer', 'repondre', 'supprimer'] as $faire) {
        echo (int) autoriser($faire, 'spass_contribution', ${number}, $qui);
      }
      sql_delete('spip_auteurs_liens', "objet='rubrique'");`);
    assert.equal(mayModerate, '0000');
    const photo = `${site.url}/spip.php?action=voir_spass_photo&arg=${number}-1`;
    assert.equal((await writer.request.get(photo)).status(), 404);
    assert.equal((await fetch(photo)).status, 404, 'nor for visitors');
    const seen = await admin.request.get(photo);
    assert.equal(seen.headers()['content-type'], 'image/jpeg');
    for (const arg of [`${number}-2`, `${number}-0`, '0-1', '../1-1', `${number}-1/`, ''])
      assert.equal(
        (await admin.request.get(photo.replace(/arg=.*/, `arg=${arg}`))).status(),
        404,
        arg,
      );
  });

  it('are stored with photographs that have no metadata any more', async () => {
    const before = new Set(photoFiles());
    await accept({kind: 'photo'}, {photos: [jpeg({orientation: 6}), png(), webp()]});
    const files = photoFiles().filter(name => !before.has(name));
    assert.equal(files.length, 3);
    for (const name of files) {
      assert.match(name, /^[0-9a-f]{32}\.(?:jpg|png|webp)$/);
      const bytes = readFileSync(join(site.folder, 'config/spass_widgets', name));
      for (const secret of [...SECRETS, 'Exif']) assert.ok(!bytes.includes(secret), secret);
    }
  });

  it('F-21 are stored once if one key arrives fifty times at once', async () => {
    const files = photoFiles().length;
    const key = newKey();
    const idea = {kind: 'idea', text: 'Cinquante fois'};
    const all = await Promise.all(
      Array.from({length: 50}, () => accept(idea, {key, photos: [jpeg()]})),
    );
    const [{id} = {id: ''}] = all;
    assert.equal(new Set(all.map(one => `${one.id} ${one.receipt}`)).size, 1);
    assert.equal(photoFiles().length, files + 1);
    const contribution = Buffer.from('Cinquante fois').toString();
    assert.equal(
      select('count(*)', 'spip_spass_contributions', `fiche LIKE '%${contribution}%'`),
      '1',
    );
    assert.equal(select('count(*)', 'spip_spass_envois', `identifiant='${id}'`), '1');
  });

  it('S-19 leave no byte of their text in any file once their author withdraws them', async () => {
    const marker = 'Potager-partage-de-la-rue-Haute';
    const {id, receipt} = await accept(
      {kind: 'idea', text: `${marker} ${'x'.repeat(300)}`, name: marker},
      {photos: [jpeg()]},
    );
    const files = photoFiles().length;
    // The next row lies beside it in the file, so that a change of its state moves it.
    await accept({kind: 'idea', text: 'z'.repeat(100)});
    await decide(admin, site, id, 'published');
    const page = await openAsVisitor(await article('<spass|widget=contribute|kind=idea>'));
    await page.getByText(marker).first().waitFor();
    assert.ok(filesWith(site.folder, marker).length > 0, 'it is in the database');
    await page.goto(receipt);
    await page.getByRole('button', {name: 'Retirer ma contribution'}).click();
    await page.getByText('sont effacés').waitFor();
    await page.context().close();
    assert.deepEqual(filesWith(site.folder, marker), []);
    assert.equal(photoFiles().length, files - 1);
    assert.doesNotMatch(await listed(), new RegExp(marker));
  });

  it('can be deleted by an administrator', async () => {
    const marker = 'Portrait-sans-accord';
    const {id, receipt} = await accept({kind: 'idea', text: marker}, {photos: [jpeg()]});
    const files = photoFiles().length;
    await admin.goto(`${site.url}/ecrire/?exec=spass_contributions`);
    await admin.locator('tr', {hasText: id}).locator('td.titre a').click();
    admin.once('dialog', dialog => void dialog.accept());
    await admin.getByRole('button', {name: 'Effacer définitivement'}).click();
    await admin.waitForURL(/exec=spass_contributions/);
    assert.deepEqual(filesWith(site.folder, marker), []);
    assert.equal(photoFiles().length, files - 1);
    assert.match(await (await fetch(receipt)).text(), /Retirée/);
  });

  it('S-18 are not accepted from pages of other sites', async () => {
    const headers = {Origin: 'https://autre.example'};
    assert.equal((await send({kind: 'idea', text: 'x'}, {headers})).status, 403);
    const preflight = await fetch(`${api}/contributions`, {method: 'OPTIONS', headers});
    assert.equal(preflight.headers.get('access-control-allow-methods'), null);
    assert.equal((await fetch(`${api}/contributions`, {headers})).status, 200, 'reading is public');
  });

  it('are accepted from pages of the site under another of its names', async () => {
    const status = (origin: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const body =
          '--x\r\nContent-Disposition: form-data; name="contribution"\r\n\r\n' +
          '{"kind":"idea","text":"x"}\r\n--x--\r\n';
        const headers = {
          Host: 'www.ors.example',
          Origin: origin,
          'Idempotency-Key': newKey(),
          'Content-Type': 'multipart/form-data; boundary=x',
          'Content-Length': body.length,
        };
        request(`${api}/contributions`, {method: 'POST', headers}, answer => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .once('error', reject)
          .end(body);
      });
    assert.equal(await status('http://www.ors.example'), 201);
    assert.equal(await status('https://www.ors.example'), 201, 'behind a proxy with TLS');
    assert.equal(await status('http://ors.example'), 403);
  });

  it('F-21 leave nothing if the disk or the database is full, and are stored once later', async () => {
    const folder = join(site.folder, 'config/spass_widgets');
    const connection = join(site.folder, 'config/connect.php');
    const settings = readFileSync(connection, 'utf8');
    const count = (): number => Number(select('count(*)', 'spip_spass_contributions'));
    const [rows, files] = [count(), photoFiles().length];
    const sent = Array.from({length: 60}, () => ({
      key: newKey(),
      contribution: {kind: 'idea', text: 'Plein '.repeat(800)},
    }));
    const sendAll = () =>
      Promise.all(sent.map(({key, contribution}) => send(contribution, {key, photos: [jpeg()]})));
    renameSync(folder, `${folder}.away`);
    writeFileSync(folder, '');
    const [first] = sent;
    assert.ok(first);
    const refused = await send(first.contribution, {key: first.key, photos: [jpeg()]});
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    rmSync(folder);
    renameSync(`${folder}.away`, folder);
    assert.equal(count(), rows);
    // PHP reads a changed file again after two seconds at most.
    site.php(`file_put_contents('config/connect.php', "\\$GLOBALS['db_ok']['link']->exec('PRAGMA max_page_count=1');", FILE_APPEND);
      opcache_invalidate('config/connect.php', true);`);
    const isFull = async (): Promise<boolean> =>
      (await send(first.contribution, {key: newKey()})).status === 503;
    while (!(await isFull()));
    const extra = count() - rows;
    const statuses = (await sendAll()).map(({status}) => status);
    assert.ok(
      statuses.every(status => status === 201 || status === 503),
      statuses.join(),
    );
    assert.ok(statuses.includes(503));
    const stored = statuses.filter(status => status === 201).length;
    assert.equal(count(), rows + extra + stored);
    assert.equal(photoFiles().length, files + stored);
    writeFileSync(connection, settings);
    while ((await sendAll()).some(({status}) => status !== 201));
    assert.equal(count(), rows + extra + sent.length);
    assert.equal(photoFiles().length, files + sent.length);
    assert.equal((await fetch(`${api}/contributions`)).status, 200);
  });

  it('S-19 are said to be deleted only when their photographs are, if need be by the next task', async () => {
    const before = new Set(photoFiles());
    const {receipt} = await accept({kind: 'idea', text: 'x'}, {photos: [jpeg()]});
    const [name = ''] = photoFiles().filter(one => !before.has(one));
    const path = join(site.folder, 'config/spass_widgets', name);
    // A folder in its place cannot be deleted like a file.
    rmSync(path);
    mkdirSync(path);
    const answer = await fetch(receipt, {method: 'POST'});
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /tout n’est pas encore effacé/);
    rmdirSync(path);
    writeFileSync(path, '');
    site.php(`$tache = charger_fonction('spass_widgets_conservation', 'genie'); $tache(0);`);
    assert.equal(existsSync(path), false);
    const page = await (await fetch(receipt)).text();
    assert.match(page, /sont effacés/);
    assert.doesNotMatch(page, /pas encore/);
  });

  it('wait if one address sends too many', async () => {
    await accept({kind: 'idea', text: 'x'});
    site.php(`sql_updateq('spip_spass_debits', ['jetons' => 0, 'instant' => time() + 60]);`);
    const answer = await send({kind: 'idea', text: 'x'});
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.match(select('adresse', 'spip_spass_debits'), /^[0-9a-f]{64}$/, 'no address is stored');
    site.php(`sql_delete('spip_spass_debits');`);
  });

  it('are deleted after the retention period, with what an interrupted request left', async () => {
    const {id, receipt} = await accept({kind: 'idea', text: 'Ancienne-idee'}, {photos: [jpeg()]});
    const {id: recent} = await accept({kind: 'idea', text: 'Récente'});
    const files = photoFiles().length;
    site.php(`
      sql_updateq('spip_spass_contributions', ['recue' => date('Y-m-d', strtotime('-367 days'))],
        'identifiant=' . sql_quote('${id}'));
      file_put_contents('config/spass_widgets/${'0'.repeat(32)}.jpg', 'x');
      sql_insertq('spip_spass_contributions', ['identifiant' => 'INTE-RRUP', 'fiche' => '{}', 'statut' => 'prepa',
        'photos' => '[{"fichier":"${'0'.repeat(32)}.jpg"}]', 'recue' => date('Y-m-d H:i:s', time() - 7200)]);
      $tache = charger_fonction('spass_widgets_conservation', 'genie');
      $tache(0);`);
    assert.match(await (await fetch(receipt)).text(), /Retirée/);
    assert.deepEqual(filesWith(site.folder, 'Ancienne-idee'), []);
    assert.equal(photoFiles().length, files - 1);
    assert.equal(select('count(*)', 'spip_spass_contributions', "identifiant='INTE-RRUP'"), '0');
    assert.equal(select('statut', 'spip_spass_contributions', `identifiant='${recent}'`), 'prop');
    const tasks = site.php(`include_spip('inc/genie'); echo json_encode(taches_generales());`);
    assert.equal(
      (JSON.parse(tasks) as Record<string, number>)['spass_widgets_conservation'],
      86400,
    );
  });

  it('return an error, without a PHP warning, for unexpected requests', async () => {
    const key = {'Idempotency-Key': newKey()};
    const form = (fields: Readonly<Record<string, string | Blob>>): FormData => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      return data;
    };
    const urlencoded = {'Content-Type': 'application/x-www-form-urlencoded', ...key};
    const requests: [string, RequestInit][] = [
      ['?lang[]=fr&page[]=1&redirect[]=x', {method: 'POST', headers: key, body: form({x: 'y'})}],
      ['', {method: 'POST', headers: key, body: form({'contribution[]': '{}'})}],
      ['', {method: 'POST', headers: key, body: form({contribution: '{'})}],
      ['', {method: 'POST', headers: key, body: form({'contribution[a][b]': new Blob(['{}'])})}],
      ['', {method: 'POST', headers: key, body: form({contribution: '"x"', photo: 'text'})}],
      ['', {method: 'POST', headers: key, body: form({contribution: '\0\xff', action: 'logout'})}],
      ['', {method: 'POST', headers: urlencoded, body: 'contribution[]=1&photo[name]=/etc/passwd'}],
      ['', {method: 'POST', headers: {...key, 'Content-Type': 'multipart/form-data'}, body: 'x'}],
      ['', {method: 'PUT', headers: key, body: '{}'}],
      ['', {method: 'DELETE'}],
      ['?limit[]=1', {}],
      ['/%27%20OR%201=1', {}],
      ['/..%2f..%2fconfig%2fconnect.php', {}],
      ['/%00', {}],
      [`/${'a'.repeat(3000)}`, {}],
    ];
    for (const [path, init] of requests) {
      const answer = await fetch(`${api}/contributions${path}`, init);
      const isList = path === '?limit[]=1';
      assert.ok(isList ? answer.ok : answer.status >= 400 && answer.status < 500, path);
      assert.doesNotMatch(await answer.text(), /Warning|Fatal|Stack trace/, path);
    }
    for (const path of ['photos/..-1.jpg', 'receipts/%27', 'receipts/a/b/c', 'config/x', '%C3%28'])
      assert.equal((await fetch(`${api}/${path}`)).status, 404, path);
    assert.deepEqual(site.phpMessages, []);
  });

  it('can still be withdrawn when the administrator has closed the form', async () => {
    const {id, receipt} = await accept({kind: 'idea', text: 'Avant la fermeture'});
    await admin.goto(`${site.url}/ecrire/?exec=configurer_spass_widgets`);
    await admin.uncheck('#recevoir');
    await admin.click('.formulaire_configurer_spass_widgets [type=submit]');
    await admin.locator('.reponse_formulaire_ok').waitFor();
    assert.equal((await send({kind: 'idea', text: 'Après'})).status, 404);
    assert.equal((await fetch(`${api}/contributions`)).status, 404);
    assert.match(await (await fetch(receipt)).text(), new RegExp(id));
    assert.match(await (await fetch(receipt, {method: 'POST'})).text(), /Retirée/);
  });

  it('disappear with their tables and photographs when the plugin is uninstalled', async () => {
    assert.ok(photoFiles().length > 0);
    await admin.goto(`${site.url}/ecrire/?exec=admin_plugin&voir=tous`);
    await admin.locator('[name^="ids_paquet"]').first().check();
    await admin.selectOption('#action_globale', 'stop');
    await admin.click('[name=appliquer]');
    await admin.locator('[name="valider_actions"]').last().click();
    await admin.waitForURL(/exec=admin_plugin$/);
    // Copies of the plugin's own texts and templates, which SPIP makes and empties, are not data.
    const files = ['config', 'tmp'].flatMap(name =>
      readdirSync(join(site.folder, name), {recursive: true, encoding: 'utf8'}),
    );
    assert.deepEqual(
      files.filter(name => /spass/.test(name) && !/cache\/(?:skel|calcul|contextes)/.test(name)),
      [],
    );
    assert.equal(site.php(`echo json_encode(sql_alltable('%spass%'));`), '[]');
    assert.equal(select('count(*)', 'spip_meta', "nom LIKE 'spass%'"), '0');
    assert.doesNotMatch(await listed(), /"items"/);
  });
});
