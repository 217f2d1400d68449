<?php
// Contributions of residents, switched on in the settings. Without them, only the settings are active.
namespace Spass\WordPress;

defined( 'ABSPATH' ) || exit;

require_once dirname( __DIR__, 2 ) . '/lib/contributions/load.php';
foreach ( array( 'options', 'tables', 'queries', 'photo-files', 'class-contributionstore', 'post-type', 'rest', 'settings-page', 'reply', 'moderation', 'privacy', 'retention' ) as $spass_name ) {
	require_once __DIR__ . "/$spass_name.php";
}
