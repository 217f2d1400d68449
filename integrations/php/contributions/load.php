<?php
// Contributions for CMS plugins, independent of the CMS. Loaded only where contributions are switched on.
$spass_names = array( 'contract', 'problem', 'messages', 'text', 'validation', 'request', 'form', 'image-file', 'picture', 'receipt', 'receipt-page', 'rate-limit', 'entry', 'store', 'settings', 'reply', 'submission-service', 'service' );
foreach ( $spass_names as $spass_name ) {
	require_once __DIR__ . "/class-$spass_name.php";
}
