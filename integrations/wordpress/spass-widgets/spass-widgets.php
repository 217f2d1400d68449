<?php
/**
 * Plugin Name:       S-PASS Widgets
 * Description:       Portals, resources, projects and programmes of S-PASS Territoires in your pages, as a block or a shortcode. Readable without JavaScript; no cookie, no tracking.
 * Version:           0.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            The spass-widgets authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       spass-widgets
 * Domain Path:       /languages
 */

namespace Spass\WordPress;

defined( 'ABSPATH' ) || exit;

const FILE = __FILE__;

require_once __DIR__ . '/lib/load.php';
foreach ( array( 'catalogue', 'assets', 'records', 'notices', 'render', 'shortcode', 'block' ) as $spass_name ) {
	require_once __DIR__ . "/includes/$spass_name.php";
}
require_once __DIR__ . '/includes/contributions/load.php';
