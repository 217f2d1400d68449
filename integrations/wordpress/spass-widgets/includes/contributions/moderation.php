<?php
namespace Spass\WordPress;

use Spass\Contributions\Entry;
use Spass\Contributions\Geometry;
use Spass\Contributions\Messages;
use Spass\Contributions\Text;

defined( 'ABSPATH' ) || exit;

/** Returns the contribution of a post, with its texts for moderators; null if it is not complete. */
function moderated_entry( int $post_id ): ?Entry {
	return ( new ContributionStore() )->find_by_post( $post_id );
}

add_filter(
	'manage_' . POST_TYPE . '_posts_columns',
	static function ( $columns ) {
		return array(
			'cb'            => $columns['cb'] ?? '',
			'title'         => __( 'Reference', 'spass-widgets' ),
			'spass_content' => __( 'Contribution', 'spass-widgets' ),
			'spass_photos'  => __( 'Photographs', 'spass-widgets' ),
			'spass_state'   => __( 'State', 'spass-widgets' ),
			'date'          => $columns['date'] ?? '',
		);
	}
);

/** The state has a column of its own. */
add_filter(
	'display_post_states',
	static function ( $states, $post ) {
		return POST_TYPE === $post->post_type ? array() : $states;
	},
	10,
	2
);

add_action(
	'manage_' . POST_TYPE . '_posts_custom_column',
	static function ( $column, $post_id ) {
		// Called for each column of a row.
		static $entries      = array();
		$entries[ $post_id ] = $entries[ $post_id ] ?? moderated_entry( (int) $post_id );
		$entry               = $entries[ $post_id ];
		if ( null === $entry ) {
			return;
		}
		if ( 'spass_content' === $column ) {
			show_content( $entry );
		} elseif ( 'spass_photos' === $column ) {
			show_photos( $entry, (int) $post_id );
		} elseif ( 'spass_state' === $column ) {
			echo esc_html( state_names()[ $entry->state ] ?? '' );
		}
	},
	10,
	2
);

function state_names(): array {
	return array(
		'pending'   => __( 'Pending', 'spass-widgets' ),
		'published' => __( 'Published', 'spass-widgets' ),
		'refused'   => __( 'Refused', 'spass-widgets' ),
	);
}

/** Returns series and direction of a retaken photograph, named as on the receipt, which has more languages than the plugin. */
function retake_fields( array $record ): array {
	$messages = Messages::of( substr( get_user_locale(), 0, 2 ) );
	$values   = array(
		$messages->get( 'series' )    => (string) ( $record['resource'] ?? '' ),
		$messages->get( 'direction' ) => isset( $record['direction'] ) ? $record['direction'] . '°' : '',
	);
	return array_filter( $values, 'strlen' );
}

/** Shows text, name, place, series and reply of a contribution. */
function show_content( Entry $entry ): void {
	$record = $entry->record;
	foreach ( Text::translations( $record['text'] ?? null ) as $text ) {
		echo '<p dir="auto">' . nl2br( esc_html( $text ) ) . '</p>';
	}
	if ( isset( $record['name'] ) ) {
		echo '<p>' . esc_html( $record['name'] ) . '</p>';
	}
	if ( isset( $record['geo'] ) ) {
		$place = $record['geo']['lat'] . ',' . $record['geo']['lon'];
		echo '<p><a href="' . esc_url( 'geo:' . $place, array( 'geo' ) ) . '">' . esc_html( str_replace( ',', ', ', $place ) ) . '</a></p>';
	}
	if ( isset( $record['geometry'] ) ) {
		/* translators: %s: points as latitudes and longitudes. */
		echo '<p>' . esc_html( sprintf( __( 'Line or area: %s', 'spass-widgets' ), Geometry::as_text( $record['geometry'] ) ) ) . '</p>';
	}
	$colon = 'fr' === substr( get_user_locale(), 0, 2 ) ? "\u{00A0}: " : ': ';
	foreach ( retake_fields( $record ) as $name => $value ) {
		echo '<p>' . esc_html( $name . $colon . $value ) . '</p>';
	}
	list( $reply ) = Text::pick( $record['reply'] ?? null, 'fr' );
	if ( '' !== $reply ) {
		echo '<p><strong>' . esc_html( __( 'Reply of the team', 'spass-widgets' ) ) . '</strong></p><p dir="auto">' . nl2br( esc_html( $reply ) ) . '</p>';
	}
}

function show_photos( Entry $entry, int $post_id ): void {
	foreach ( $entry->photos as $index => $photo ) {
		$url = photo_url( $entry, $post_id, $index + 1 );
		/* translators: %d: number of a photograph. */
		$alt = '' === $photo['alt'] ? sprintf( __( 'Photograph %d', 'spass-widgets' ), $index + 1 ) : $photo['alt'];
		echo '<a href="' . esc_url( $url ) . '"><img src="' . esc_url( $url ) . '" alt="' . esc_attr( $alt ) . '" width="80" height="80" style="object-fit:cover" loading="lazy"></a> ';
	}
}

/** Returns the address of a photograph: public if its contribution is published, else for moderators. */
function photo_url( Entry $entry, int $post_id, int $number ): string {
	$extension = $entry->photos[ $number - 1 ]['extension'] ?? '';
	return 'published' === $entry->state && accepts_contributions()
		? own_api() . "/photos/$entry->id-$number.$extension"
		: admin_url( "admin-post.php?action=spass_photo&post=$post_id&number=$number" );
}

/** Sends a photograph to moderators. */
add_action(
	'admin_post_spass_photo',
	static function () {
		// phpcs:disable WordPress.Security.NonceVerification -- nothing is changed.
		$post_id = isset( $_GET['post'] ) && is_scalar( $_GET['post'] ) ? (int) $_GET['post'] : 0;
		$number  = isset( $_GET['number'] ) && is_scalar( $_GET['number'] ) ? (int) $_GET['number'] : 0;
		// phpcs:enable
		$entry = current_user_can( MODERATE ) ? moderated_entry( $post_id ) : null;
		$path  = $entry ? ( new ContributionStore() )->photo_path( $entry, $number ) : '';
		if ( '' === $path || ! is_file( $path ) ) {
			wp_die( '', '', array( 'response' => 404 ) );
		}
		\Spass\Contributions\Reply::photo( $path, 'no-store' )->send( 'GET' );
		exit;
	}
);

/** Returns the post of the contribution that a photograph belongs to; 0 for other attachments. */
function contribution_of( int $attachment_id ): int {
	$parent = (int) wp_get_post_parent_id( $attachment_id );
	return $parent > 0 && POST_TYPE === get_post_type( $parent ) ? $parent : 0;
}

/** Shows the photographs of contributions in the media library, whose files no web server sends. */
add_filter(
	'wp_get_attachment_url',
	static function ( $url, $attachment_id ) {
		$post_id = contribution_of( (int) $attachment_id );
		$entry   = $post_id > 0 ? moderated_entry( $post_id ) : null;
		$number  = $entry ? array_search( (int) $attachment_id, array_column( $entry->photos, 'attachment' ), true ) : false;
		return false === $number ? $url : photo_url( $entry, $post_id, $number + 1 );
	},
	10,
	2
);

/** Hides photographs from authors: WordPress describes any attachment, also a private one, to all who may add files. */
add_filter(
	'wp_prepare_attachment_for_js',
	static function ( $response, $attachment ) {
		return contribution_of( $attachment->ID ) > 0 && ! current_user_can( MODERATE ) ? array() : $response;
	},
	10,
	2
);

/** Hides the random name of the file, which a web server that reads no `.htaccess` would send. */
add_filter(
	'wp_get_attachment_metadata',
	static function ( $data, $attachment_id ) {
		return is_array( $data ) && contribution_of( (int) $attachment_id ) > 0 ? array_diff_key( $data, array( 'file' => '' ) ) : $data;
	},
	10,
	2
);

/** Returns the decisions about a contribution, with their names as commands. */
function decision_names(): array {
	return array(
		'published' => __( 'Publish', 'spass-widgets' ),
		'refused'   => __( 'Refuse', 'spass-widgets' ),
	);
}

/** Returns the address of a decision, for this user only. */
function decision_url( int $post_id, string $state ): string {
	return wp_nonce_url( admin_url( "admin-post.php?action=spass_decide&post=$post_id&state=$state" ), "spass_decide_$post_id" );
}

/** Returns the links of a contribution: the decisions that change it, the reply, and its deletion. */
function decision_links( \WP_Post $post ): array {
	$state = state_of( $post->post_status );
	$links = array();
	foreach ( decision_names() as $decision => $name ) {
		if ( $decision !== $state ) {
			/* translators: 1: a decision, 2: title of a contribution. */
			$label              = sprintf( __( '%1$s: %2$s', 'spass-widgets' ), $name, $post->post_title );
			$links[ $decision ] = '<a href="' . esc_url( decision_url( $post->ID, $decision ) ) . '" aria-label="' . esc_attr( $label ) . '">' . esc_html( $name ) . '</a>';
		}
	}
	/* translators: %s: title of a contribution. */
	$label          = sprintf( __( 'Reply to %s', 'spass-widgets' ), $post->post_title );
	$links['reply'] = '<a href="' . esc_url( get_edit_post_link( $post->ID ) . '#' . REPLY_FIELD ) . '" aria-label="' . esc_attr( $label ) . '">' . esc_html( __( 'Reply', 'spass-widgets' ) ) . '</a>';
	$links['delete'] = '<a class="submitdelete" href="' . esc_url( get_delete_post_link( $post->ID, '', true ) ) . '">' . esc_html( __( 'Delete permanently', 'spass-widgets' ) ) . '</a>';
	return $links;
}

add_filter(
	'post_row_actions',
	static function ( $actions, $post ) {
		return POST_TYPE === $post->post_type ? decision_links( $post ) : $actions;
	},
	10,
	2
);

add_action(
	'admin_post_spass_decide',
	static function () {
		$post_id = isset( $_GET['post'] ) && is_scalar( $_GET['post'] ) ? (int) $_GET['post'] : 0;
		check_admin_referer( "spass_decide_$post_id" );
		$state = isset( $_GET['state'] ) && is_string( $_GET['state'] ) ? sanitize_key( $_GET['state'] ) : '';
		if ( ! current_user_can( MODERATE ) || ! isset( decision_names()[ $state ] ) ) {
			wp_die( esc_html( __( 'You may not decide about contributions.', 'spass-widgets' ) ), '', array( 'response' => 403 ) );
		}
		$count = decide( $post_id, $state ) ? 1 : 0;
		wp_safe_redirect( add_query_arg( "spass_$state", $count, list_url() ) );
		exit;
	}
);

/** Returns the address of the list from which the request came, without earlier messages. */
function list_url(): string {
	$url = wp_get_referer();
	$url = $url && false !== strpos( $url, 'edit.php' ) ? $url : admin_url( 'edit.php?post_type=' . POST_TYPE );
	return remove_query_arg( array( 'spass_published', 'spass_refused', 'deleted', 'trashed', 'ids' ), $url );
}

add_filter(
	'bulk_actions-edit-' . POST_TYPE,
	static function () {
		return decision_names() + array( 'delete' => __( 'Delete permanently', 'spass-widgets' ) );
	}
);

/** WordPress has checked the nonce of the list. */
add_filter(
	'handle_bulk_actions-edit-' . POST_TYPE,
	static function ( $url, $action, $post_ids ) {
		if ( ! current_user_can( MODERATE ) || ! isset( decision_names()[ $action ] ) ) {
			return $url;
		}
		$count = 0;
		foreach ( $post_ids as $post_id ) {
			$count += decide( (int) $post_id, $action ) ? 1 : 0;
		}
		return add_query_arg( "spass_$action", $count, list_url() );
	},
	10,
	3
);

/** Says what was done. */
add_action(
	'admin_notices',
	static function () {
		$sentences = array(
			/* translators: %d: number of contributions. */
			'published' => __( 'Published: %d.', 'spass-widgets' ),
			/* translators: %d: number of contributions. */
			'refused'   => __( 'Refused: %d.', 'spass-widgets' ),
		);
		foreach ( $sentences as $state => $sentence ) {
			// phpcs:ignore WordPress.Security.NonceVerification -- a number to be shown.
			$count = $_GET[ "spass_$state" ] ?? null;
			if ( is_string( $count ) && current_user_can( MODERATE ) ) {
				echo '<div class="notice notice-success is-dismissible" role="status"><p>' . esc_html( sprintf( $sentence, (int) $count ) ) . '</p></div>';
			}
		}
	}
);

/** Replaces the boxes of a post by the contribution and its decisions. */
add_action(
	'add_meta_boxes_' . POST_TYPE,
	static function () {
		remove_meta_box( 'submitdiv', POST_TYPE, 'side' );
		remove_meta_box( 'slugdiv', POST_TYPE, 'normal' );
		add_meta_box(
			'spass-contribution',
			__( 'Contribution', 'spass-widgets' ),
			static function ( $post ) {
				$entry = moderated_entry( $post->ID );
				if ( null === $entry ) {
					return;
				}
				echo '<p><strong>' . esc_html( $post->post_title ) . '</strong>&nbsp;· ' . esc_html( state_names()[ $entry->state ] ?? '' ) . '</p>';
				show_content( $entry );
				show_photos( $entry, $post->ID );
				echo '<p>' . implode( ' | ', decision_links( $post ) ) . '</p>'; // phpcs:ignore WordPress.Security.EscapeOutput -- escaped there.
				show_reply_field( $entry );
			},
			POST_TYPE
		);
	}
);

/** Shows the number of pending contributions in the menu. */
add_action(
	'admin_menu',
	static function () {
		global $menu;
		if ( ! has_contributions() || ! current_user_can( MODERATE ) ) {
			return;
		}
		$count = (int) ( wp_count_posts( POST_TYPE )->pending ?? 0 );
		foreach ( $menu as $index => $item ) {
			if ( $count > 0 && 'edit.php?post_type=' . POST_TYPE === $item[2] ) {
				$menu[ $index ][0] .= ' <span class="awaiting-mod"><span>' . number_format_i18n( $count ) . '</span></span>'; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- the only way to add a number.
			}
		}
	},
	20
);
