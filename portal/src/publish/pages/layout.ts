import {createHash} from 'node:crypto';
import {formatLanguage} from '../../../../src/i18n/format.js';
import {joinFacts} from '../../../../src/model/text.js';
import {html, type Html, trusted} from '../../markup.js';
import {POLICY} from '../../http/static-files.js';
import type {Language} from '../messages/messages.js';
import type {PageName} from './addresses.js';
import {hasLongText} from '../site/long-texts.js';
import {SHARE_SIZE} from '../pictures/pictures.js';
import {filledCollections, type SitePage} from '../site/site-model.js';

export interface PageOptions {
  readonly title: string;
  readonly description?: string | undefined;
  /** Section of the navigation. */
  readonly section?: PageName | undefined;
  /** Path of the same page in another language; without it there is none. */
  readonly pathIn?: ((language: Language) => string) | undefined;
  /** Data for search engines (schema.org). */
  readonly jsonLd?: object | undefined;
  /** Path of the picture that social networks show. */
  readonly share?: string | undefined;
  /** Scripts of the page itself, by path. */
  readonly scripts?: readonly string[];
  readonly isIndexed?: boolean;
  /** Styles inside the page instead of style sheets, for a page whose own address is unknown. */
  readonly styles?: string | undefined;
  /** True if the page has widgets. */
  readonly hasWidgets?: boolean;
  /** Path of an oEmbed document. */
  readonly oembed?: string | undefined;
  readonly content: Html;
}

/** Serializes data for a script element that is not executed. */
export const jsonBlock = (data: unknown): Html =>
  trusted(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/** Returns a complete page. */
export function renderPage(page: SitePage, options: PageOptions): string {
  const {site, language, messages} = page;
  const {config} = site;
  const siteTitle = page.plain(config.title);
  const styles = options.styles?.trim().replace(/\n\s*/g, '\n');
  const isHome = options.section === 'home';
  const title = isHome ? siteTitle : `${options.title} – ${siteTitle}`;
  const scripts = [
    ...(options.hasWidgets
      ? [site.isArchive ? 'cdn/spass-widgets.all.js' : 'cdn/spass-widgets.js']
      : []),
    ...(options.scripts ?? []),
  ];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        ${site.isArchive ? '' : html`<meta http-equiv="Content-Security-Policy" content="${policyWith(styles)}" />`}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${
          options.description
            ? html`<meta name="description" content="${excerpt(options.description, 160)}" />`
            : ''
        }
        <meta name="color-scheme" content="light dark" />
        ${options.isIndexed === false ? html`<meta name="robots" content="noindex" />` : ''}
        ${styles === undefined ? html`${alternates(page, options)} ${socialTags(page, title, options)}` : ''}
        ${
          styles === undefined
            ? html`<link rel="icon" href="${page.url('assets/icon.svg')}" type="image/svg+xml" />`
            : html`<link rel="icon" href="data:," />`
        }
        ${options.hasWidgets ? html`<link rel="stylesheet" href="${page.url('cdn/spass-widgets.css')}" />` : ''}
        ${
          styles === undefined
            ? html`<link rel="stylesheet" href="${page.url('assets/site.css')}" />
                <link rel="stylesheet" href="${page.url('assets/theme.css')}" />`
            : trusted(`<style>${styles}</style>`)
        }
        ${scripts.map(path => html`<script src="${page.url(path)}" defer></script>`)}
        ${
          site.isArchive || styles !== undefined
            ? ''
            : html`<script
                src="${page.url('assets/local.js')}"
                data-notice="${messages.openedFromDisk}"
                defer
              ></script>`
        }
        ${
          options.jsonLd
            ? html`<script type="application/ld+json">
                ${jsonBlock(options.jsonLd)}
              </script>`
            : ''
        }
      </head>
      <body${isHome ? trusted(' class="home"') : ''}>
        <a class="skip" href="#content">${messages.skipLink}</a>
        ${header(page, options)}
        <main id="content" tabindex="-1">${options.content}</main>
        ${footer(page)}
      </body>
    </html>`.source
    .replace(/<[a-z][^<>]*\s[^<>]*>/g, tag =>
      tag.replace(/\s*\n\s*/g, ' ').replace(/\s+(?=\/?>$)/, ''),
    )
    .replace(/<\/([\w-]+)\s+>/g, '</$1>')
    .replace(/\n\s+/g, '\n')
    .replace(/>\n(?=<\/(?:a|li|p|h\d|dd|dt)>)/g, '>');
}

/** Returns the policy of a page, which allows its own styles by their hash. */
const policyWith = (styles: string | undefined): string =>
  styles === undefined
    ? POLICY
    : POLICY.replace(
        "style-src 'self'",
        `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
      );

/** Returns the start of a text, cut between two words. No-break spaces stay. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s+\S*$/, '')}…`;
}

function alternates({site, language, path}: SitePage, {pathIn}: PageOptions): Html {
  const {base, languages} = site.config;
  if (base === undefined) return html``;
  const canonical = html`<link rel="canonical" href="${base}${path}" />`;
  if (!pathIn || languages.length < 2) return canonical;
  return html`${canonical}
    ${languages.map(
      other =>
        html`<link
          rel="alternate"
          hreflang="${other}"
          href="${base}${other === language ? path : pathIn(other)}"
        />`,
    )} <link rel="alternate" hreflang="x-default" href="${base}${pathIn(languages[0])}" />`;
}

/** Languages as Open Graph writes them. */
const LOCALES: Readonly<Record<Language, string>> = {
  fr: 'fr_FR',
  nl: 'nl_NL',
  en: 'en_GB',
  de: 'de_DE',
};

function socialTags(
  page: SitePage,
  title: string,
  {description, share, oembed}: PageOptions,
): Html {
  const {config} = page.site;
  const {base} = config;
  if (base === undefined) return html``;
  const {messages} = page;
  return html`<meta property="og:title" content="${title}" />
    <meta property="og:type" content="website" />
    <meta property="og:url" content="${base}${page.path}" />
    <meta property="og:site_name" content="${page.plain(config.title)}" />
    <meta property="og:locale" content="${LOCALES[page.language]}" />
    ${description ? html`<meta property="og:description" content="${excerpt(description, 200)}" />` : ''}
    <meta property="og:image" content="${base}${share ?? 'assets/partage.jpg'}" />
    <meta property="og:image:width" content="${SHARE_SIZE.width}" />
    <meta property="og:image:height" content="${SHARE_SIZE.height}" />
    <meta name="twitter:card" content="summary_large_image" />
    <link
      rel="alternate"
      type="application/atom+xml"
      title="${messages.latest}"
      href="${page.url(`flux/${page.language}.atom`)}"
    />
    <link
      rel="alternate"
      type="application/feed+json"
      title="${messages.latest}"
      href="${page.url(`flux/${page.language}.json`)}"
    />
    ${
      oembed
        ? html`<link
            rel="alternate"
            type="application/json+oembed"
            title="${title}"
            href="${base}${oembed}"
          />`
        : ''
    }`;
}

function header(page: SitePage, {section, pathIn}: PageOptions): Html {
  const {site, messages} = page;
  const link = (name: PageName, label: string): Html =>
    html`<li><a href="${page.pageUrl(name)}" ${current(name === section)}>${label}</a></li>`;
  return html`<header class="site-header">
    <div class="bar">
      <a class="mark" href="${page.pageUrl('home')}" ${current(section === 'home')}>
        <svg viewBox="0 0 40 14" width="40" height="14" aria-hidden="true">
          <circle class="acteur" cx="6" cy="7" r="5.5" />
          <path class="theme" d="M20 1l5.2 3v6L20 13l-5.2-3V4z" />
          <path class="projet" d="M29.5 2h10v10h-10z" />
        </svg>
        <span>${page.text(site.config.title)}</span></a
      >
      ${languageSwitch(page, pathIn)}
    </div>
    <nav aria-label="${messages.mainNavigation}">
      <ul>
        ${filledCollections(site).map(name => link(name, messages.names[name]))}
        ${hasLongText(site, 'about') ? link('about', messages.about) : ''}
        ${site.isArchive ? '' : link('search', messages.search)}
      </ul>
    </nav>
  </header>`;
}

const current = (isCurrent: boolean): Html => trusted(isCurrent ? 'aria-current="page"' : '');

/** Returns links to the same page in the other languages; each is named in its own language. */
function languageSwitch(page: SitePage, pathIn: PageOptions['pathIn']): Html {
  const {languages} = page.site.config;
  if (languages.length < 2) return html``;
  return html`<nav class="languages" aria-label="${page.messages.languages}">
    <ul>
      ${languages.map(other => {
        const path = pathIn?.(other) ?? page.site.addresses.page(other, 'home');
        const isCurrent = other === page.language;
        return html`<li>
          <a href="${page.url(path)}" lang="${other}" hreflang="${other}" ${current(isCurrent)}
            >${languageName(other)}</a
          >
        </li>`;
      })}
    </ul>
  </nav>`;
}

/** Returns the name of a language in that language: `Français`. */
function languageName(language: Language): string {
  const name = formatLanguage(language, language);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function footer(page: SitePage): Html {
  const {messages, site} = page;
  const {config} = site;
  const publisher = page.plain(config.publisher) || page.plain(config.title);
  return html`<footer class="site-footer">
    <p>${messages.source(joinFacts([publisher, page.plain(config.licence)]))}</p>
    <nav aria-label="${messages.footerNavigation}">
      <ul>
        <li><a href="${page.pageUrl('legal')}">${messages.legal}</a></li>
        <li>
          <a href="${page.pageUrl('accessibility')}"
            >${messages.accessibility[config.accessibility]}</a
          >
        </li>
        ${site.isArchive ? '' : html`<li><a href="${page.url('api/portail.json')}">${messages.openData}</a></li>`}
        ${
          config.base === undefined || site.isArchive
            ? ''
            : html`<li>
                <a href="${page.url(`flux/${page.language}.atom`)}">${messages.feeds} Atom</a>
              </li>`
        }
        ${config.contact === undefined ? '' : html`<li><a href="${config.contact}">${messages.legalContact}</a></li>`}
      </ul>
    </nav>
  </footer>`;
}
