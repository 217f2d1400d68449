<?php
// A site with what the tests look for; 130 posts, so that there are two pages.
define('WP_INSTALLING', true);
require __DIR__ . '/config.php';
$database = mysqli_connect(null, DB_USER, DB_PASSWORD, null, 0, getenv('SOCKET'));
$database->query('CREATE DATABASE ' . DB_NAME . ' CHARACTER SET utf8mb4');
require ABSPATH . 'wp-settings.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() {
    return true;
}
wp_install("Ville d'Ors & alentours", 'admin', 'admin@commune.example', true, '', 'x');
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Europe/Paris');
wp_delete_post(1, true);
// As an editor who may write any HTML.
kses_remove_filters();

$life = wp_insert_term('Vie & cité', 'category')['term_id'];
$water = wp_insert_term('Eau', 'category')['term_id'];
function post(array $post): int {
    return wp_insert_post($post + ['post_status' => 'publish', 'post_author' => 1], true);
}
for ($n = 1; $n <= 127; $n++) {
    post([
        'post_title' => sprintf('Atelier %03d', $n),
        'post_content' => '<p>Un atelier.</p>',
        'post_date' => sprintf('2024-%02d-15 10:00:00', 1 + $n % 12),
        'post_category' => [$n % 3 ? $life : $water],
    ]);
}
$bridge = post([
    'post_title' => "L'écluse & le « pont » <b>neuf</b>",
    'post_content' => "<p>Ouvert dès 8 h…</p><script>alert(1)</script><!-- caché --><p>Entrée&nbsp;libre !</p>",
    'post_date' => '2025-02-01 00:30:00',
    'post_category' => [$life, $water],
    'tags_input' => ['canal', 'été'],
]);
post([
    'post_title' => 'Pour les habitants',
    'post_content' => '<p>Secret</p>',
    'post_date' => '2025-03-01 10:00:00',
    'post_password' => 'x',
]);
post(['post_title' => 'Brouillon', 'post_content' => 'x', 'post_status' => 'draft']);
$picture = wp_insert_attachment(
    ['post_title' => 'pont', 'post_mime_type' => 'image/jpeg', 'post_excerpt' => 'Photo : A. Ateur'],
    '2025/02/pont.jpg',
    $bridge,
);
update_post_meta($picture, '_wp_attachment_image_alt', 'Le pont neuf');
wp_update_attachment_metadata($picture, [
    'width' => 2000,
    'height' => 1000,
    'file' => '2025/02/pont.jpg',
    'sizes' => ['medium_large' => [
        'file' => 'pont-768x384.jpg', 'width' => 768, 'height' => 384, 'mime-type' => 'image/jpeg',
    ]],
]);
set_post_thumbnail($bridge, $picture);
post(['post_title' => 'La commune', 'post_content' => 'Une page.', 'post_type' => 'page']);
post(['post_title' => 'Plan du bourg', 'post_content' => 'Une démarche.', 'post_type' => 'demarche']);
echo 'ready';
