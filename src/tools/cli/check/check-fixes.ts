import type {DiagnosticCode} from '../../messages/diagnostic.js';

/** Configuration lines for Apache and nginx, the two servers that most portals use. */
export interface ServerFix {
  readonly apache: string;
  readonly nginx: string;
}

const cors: ServerFix = {
  apache: `Header always set Access-Control-Allow-Origin "*"
Header always set Access-Control-Expose-Headers "Retry-After"`,
  nginx: `add_header Access-Control-Allow-Origin "*" always;
add_header Access-Control-Expose-Headers "Retry-After" always;`,
};
const json: ServerFix = {
  apache: `AddType application/json .json
AddDefaultCharset utf-8`,
  nginx: `types { application/json json; }
charset utf-8;
charset_types application/json;`,
};
const cache: ServerFix = {
  apache: `FileETag MTime Size
Header set Cache-Control "public, max-age=60"`,
  nginx: `etag on;
add_header Cache-Control "public, max-age=60";`,
};
const certificate: ServerFix = {
  apache: `# certbot --apache
SSLCertificateFile /etc/letsencrypt/live/HOST/fullchain.pem`,
  nginx: `# certbot --nginx
ssl_certificate /etc/letsencrypt/live/HOST/fullchain.pem;`,
};
const secure: ServerFix = {
  apache: 'Redirect permanent / https://HOST/',
  nginx: 'return 301 https://$host$request_uri;',
};

/** Configuration lines by the error that they fix, if a server setting can fix it. */
export const FIXES: Readonly<Partial<Record<DiagnosticCode, ServerFix>>> = {
  corsNone: cors,
  corsOther: cors,
  corsEcho: cors,
  corsTwice: {
    apache: `Header always unset Access-Control-Allow-Origin
Header always set Access-Control-Allow-Origin "*"`,
    nginx: `proxy_hide_header Access-Control-Allow-Origin;
add_header Access-Control-Allow-Origin "*" always;`,
  },
  notExposed: cors,
  preflight: {
    apache: `<If "%{REQUEST_METHOD} == 'OPTIONS'">
  Header always set Access-Control-Allow-Methods "POST"
  Header always set Access-Control-Allow-Headers "Idempotency-Key"
  Redirect 204
</If>`,
    nginx: `if ($request_method = OPTIONS) {
  add_header Access-Control-Allow-Origin "*";
  add_header Access-Control-Allow-Methods "POST";
  add_header Access-Control-Allow-Headers "Idempotency-Key";
  return 204;
}`,
  },
  contentType: json,
  charset: json,
  noCacheControl: cache,
  noStore: cache,
  noEtag: cache,
  noRevalidation: cache,
  notCompressed: {
    apache: 'AddOutputFilterByType DEFLATE application/json application/geo+json text/csv',
    nginx: `gzip on;
gzip_types application/json application/geo+json text/csv;`,
  },
  insecure: secure,
  redirectInsecure: secure,
  certificateOver: certificate,
  certificateBad: certificate,
  certificateSoon: certificate,
  noRange: {
    apache: 'SetEnv no-gzip 1',
    nginx: 'gzip off;',
  },
};
