<?php
// Debian's WordPress, with a database and a content folder of its own: what is installed on the machine is not touched.
define('ABSPATH', getenv('WORDPRESS'));
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_CONTENT_DIR', getenv('CONTENT'));
define('WP_HOME', getenv('SITE'));
define('WP_SITEURL', WP_HOME);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
$_SERVER['HTTP_HOST'] ??= parse_url(WP_HOME, PHP_URL_HOST);
$_SERVER['REQUEST_URI'] ??= '/';
