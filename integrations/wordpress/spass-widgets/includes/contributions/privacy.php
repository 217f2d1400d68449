<?php
namespace Spass\WordPress;

use Spass\Contributions\Entry;
use Spass\Contributions\Geometry;
use Spass\Contributions\StoreError;
use Spass\Contributions\Text;

defined( 'ABSPATH' ) || exit;

/** Contributions that one step of WordPress's privacy tools exports or erases. */
const PRIVACY_BATCH = 50;

add_filter(
	'wp_privacy_personal_data_exporters',
	static function ( $exporters ) {
		if ( has_contributions() ) {
			$exporters['spass-contributions'] = array(
				'exporter_friendly_name' => __( 'Contributions', 'spass-widgets' ),
				'callback'               => __NAMESPACE__ . '\export_contributions',
			);
		}
		return $exporters;
	}
);

add_filter(
	'wp_privacy_personal_data_erasers',
	static function ( $erasers ) {
		if ( has_contributions() ) {
			$erasers['spass-contributions'] = array(
				'eraser_friendly_name' => __( 'Contributions', 'spass-widgets' ),
				'callback'             => __NAMESPACE__ . '\erase_contributions',
			);
		}
		return $erasers;
	}
);

/** Exports the contributions whose author left this e-mail address. */
function export_contributions( string $email, int $page = 1 ): array {
	$entries = ( new ContributionStore() )->find_by_email( $email, PRIVACY_BATCH, PRIVACY_BATCH * ( $page - 1 ) );
	$items   = array();
	foreach ( $entries as $entry ) {
		$items[] = array(
			'group_id'    => 'spass-contributions',
			'group_label' => __( 'Contributions', 'spass-widgets' ),
			'item_id'     => "spass-contribution-$entry->id",
			'data'        => exported_fields( $entry ),
		);
	}
	return array(
		'data' => $items,
		'done' => count( $entries ) < PRIVACY_BATCH,
	);
}

/** Returns the fields of a contribution as names and values. */
function exported_fields( Entry $entry ): array {
	$record = $entry->record;
	$values = array(
		__( 'Reference', 'spass-widgets' )         => $entry->id,
		__( 'State', 'spass-widgets' )             => state_names()[ $entry->state ] ?? $entry->state,
		__( 'Date', 'spass-widgets' )              => $record['created'] ?? '',
		__( 'Kind', 'spass-widgets' )              => $record['kind'] ?? '',
		__( 'Text', 'spass-widgets' )              => implode( "\n\n", Text::translations( $record['text'] ?? null ) ),
		__( 'Name', 'spass-widgets' )              => $record['name'] ?? '',
		__( 'Place', 'spass-widgets' )             => isset( $record['geo'] ) ? $record['geo']['lat'] . ', ' . $record['geo']['lon'] : '',
		__( 'Line or area', 'spass-widgets' )      => isset( $record['geometry'] ) ? Geometry::as_text( $record['geometry'] ) : '',
		__( 'Reply of the team', 'spass-widgets' ) => implode( "\n\n", Text::translations( $record['reply'] ?? null ) ),
		__( 'E-mail', 'spass-widgets' )            => $entry->email,
	) + retake_fields( $record );
	$fields = array();
	foreach ( array_filter( $values, 'strlen' ) as $name => $value ) {
		$fields[] = array(
			'name'  => $name,
			'value' => esc_html( $value ),
		);
	}
	foreach ( array_keys( $entry->photos ) as $index ) {
		$fields[] = array(
			/* translators: %d: number of a photograph. */
			'name'  => sprintf( __( 'Photograph %d', 'spass-widgets' ), $index + 1 ),
			'value' => esc_html( exported_name( $entry, $index + 1 ) ),
		);
	}
	return $fields;
}

/** Returns the name of a photograph in the archive of an export. */
function exported_name( Entry $entry, int $number ): string {
	return "$entry->id-$number." . $entry->photos[ $number - 1 ]['extension'];
}

/** Adds the photographs to the archive of an export: their addresses are for moderators and the author only. */
add_action(
	'wp_privacy_personal_data_export_file_created',
	static function ( $archive, $url, $html, $request_id ) {
		$request = has_contributions() ? wp_get_user_request( $request_id ) : false;
		$zip     = new \ZipArchive();
		if ( ! $request || true !== $zip->open( $archive ) ) {
			return;
		}
		$store = new ContributionStore();
		foreach ( $store->find_by_email( $request->email, PHP_INT_MAX, 0 ) as $entry ) {
			foreach ( array_keys( $entry->photos ) as $index ) {
				$path = $store->photo_path( $entry, $index + 1 );
				if ( is_file( $path ) ) {
					$zip->addFile( $path, exported_name( $entry, $index + 1 ) );
				}
			}
		}
		$zip->close();
	},
	10,
	4
);

/** Withdraws the contributions whose author left this e-mail address. */
function erase_contributions( string $email ): array {
	$store   = new ContributionStore();
	$entries = $store->find_by_email( $email, PRIVACY_BATCH, 0 );
	$kept    = array();
	foreach ( $entries as $entry ) {
		try {
			$is_erased = $store->withdraw( $entry );
		} catch ( StoreError $error ) {
			$is_erased = false;
		}
		if ( ! $is_erased ) {
			/* translators: %s: reference of a contribution. */
			$kept[] = sprintf( __( 'The contribution %s could not be deleted completely. It is tried again every day.', 'spass-widgets' ), $entry->id );
		}
	}
	return array(
		'items_removed'  => count( $kept ) < count( $entries ),
		'items_retained' => count( $kept ) > 0,
		'messages'       => $kept,
		// Contributions that cannot be deleted would be found again and again.
		'done'           => count( $entries ) < PRIVACY_BATCH || $kept,
	);
}

add_action(
	'admin_init',
	static function () {
		if ( has_contributions() ) {
			$months = contribution_options()['months'];
			/* translators: %d: number of months. */
			$text = sprintf( __( 'Residents can send contributions: text, a place, a line or an area, photographs without metadata and, if they wish, a name and an e-mail address. The name is published with the contribution; the e-mail address never is. Contributions are kept for %d months. Authors see and withdraw them with the address of their receipt. For the limit of requests, a hash of the IP address is kept for a day.', 'spass-widgets' ), $months );
			wp_add_privacy_policy_content( 'S-PASS Widgets', wpautop( esc_html( $text ) ) );
		}
	}
);
