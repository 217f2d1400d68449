<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Deletes the contributions whose retention period has ended, and what earlier deletions have left. */
function genie_spass_widgets_conservation_dist(int $t): int {
	include_spip('inc/spass_contributions');
	spass_contributions_conserver(time());

	return 1;
}
