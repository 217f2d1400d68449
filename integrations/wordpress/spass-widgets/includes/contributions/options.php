<?php
namespace Spass\WordPress;

defined( 'ABSPATH' ) || exit;

/** Name of the option with the settings of contributions, and of the version of the tables. */
const OPTION         = 'spass_widgets_contributions';
const OPTION_TABLES  = 'spass_widgets_tables';
const OPTION_SECRET  = 'spass_widgets_secret';
const API_NAMESPACE  = 'spass-widgets/v1';
const DEFAULT_MONTHS = 24;

/** Capability to read, publish, refuse and delete contributions, which editors and administrators have. */
const MODERATE = 'edit_others_posts';

/** Returns the settings: `enabled`, `controller`, `contact`, `policy`, `months` and `origins`. */
function contribution_options(): array {
	$stored = get_option( OPTION );
	return ( is_array( $stored ) ? $stored : array() ) + array(
		'enabled'    => false,
		'controller' => '',
		'contact'    => '',
		'policy'     => '',
		'months'     => DEFAULT_MONTHS,
		'origins'    => array(),
	);
}

/** Returns true if the site takes contributions. */
function accepts_contributions(): bool {
	return contribution_options()['enabled'];
}

/** Returns true if the tables exist: the site takes contributions, or has taken some. */
function has_contributions(): bool {
	return (bool) get_option( OPTION_TABLES );
}

/** Returns the URL of the site's own API, without a slash at the end. */
function own_api(): string {
	return untrailingslashit( rest_url( API_NAMESPACE ) );
}

/** Returns the random bytes from which receipts are derived. They are made once. */
function secret(): string {
	$secret = get_option( OPTION_SECRET );
	if ( ! is_string( $secret ) || strlen( $secret ) < 64 ) {
		$secret = bin2hex( random_bytes( 32 ) );
		// Another request may have made one at the same time: the first is kept.
		add_option( OPTION_SECRET, $secret, '', false );
		wp_cache_delete( OPTION_SECRET, 'options' );
		$secret = (string) get_option( OPTION_SECRET );
	}
	return $secret;
}

/** Returns the service of the API. */
function service(): \Spass\Contributions\Service {
	$settings          = new \Spass\Contributions\Settings();
	$settings->api     = own_api();
	$settings->origins = contribution_options()['origins'];
	$settings->secret  = secret();
	return new \Spass\Contributions\Service( new ContributionStore(), $settings );
}

/** Returns the attributes of a contribution form, with the site's own API where none is given. */
function with_own_api( array $given ): array {
	if ( 'contribute' !== \Spass\Widget::noun( $given ) || ! accepts_contributions() ) {
		return $given;
	}
	$given = array_filter(
		$given,
		static function ( $value ) {
			return '' !== $value;
		}
	);
	$api   = \Spass\Repair::value( (string) ( $given['api'] ?? own_api() ) );
	return untrailingslashit( $api ) === own_api() ? $given + own_attributes() : $given;
}

/** Returns the attributes of a form that sends to this site. */
function own_attributes(): array {
	$options = contribution_options();
	return array_filter(
		array(
			'api'        => own_api(),
			'controller' => $options['controller'],
			'contact'    => $options['contact'],
			'policy'     => $options['policy'],
			/* translators: %d: number of months. */
			'retention'  => sprintf( __( '%d months', 'spass-widgets' ), $options['months'] ),
		),
		'strlen'
	);
}
