<?php
// SPIP asks no address inside a network; the tests' own APIs are on this machine.
function spass_tests_hosts($hosts) {
	return array_merge($hosts, array_filter(explode(' ', getenv('MAY_ASK'))));
}
$GLOBALS['spip_pipeline']['declarer_hosts_distants'] = ($GLOBALS['spip_pipeline']['declarer_hosts_distants'] ?? '') . '|spass_tests_hosts';
if (getenv('ORIGINS')) {
	define('_SPASS_WIDGETS_ORIGINES', getenv('ORIGINS'));
}
