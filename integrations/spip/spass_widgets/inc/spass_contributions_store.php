<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Contributions\Entry;
use Spass\Contributions\Store;
use Spass\Contributions\StoreError;
use Spass\Contributions\Submission;

/**
 * Storage of contributions in the database of SPIP and a folder.
 *
 * No transaction is needed, since MyISAM has none: files come first, then the contribution in the state `prepa`, which
 * nothing shows, then the submission with its unique key. Of several requests with one key, only one inserts the
 * latter; the others delete what they have stored, and return the first one's contribution.
 */
final class SpassContributionsStore implements Store {

	private const ETATS = ['prepa' => 'pending', 'prop' => 'pending', 'publie' => 'published', 'refuse' => 'refused'];

	public function __construct() {
		spass_contributions_effacement_sur();
	}

	public function find_by_key(string $key_hash): ?Entry {
		return $this->lire('cle', $key_hash);
	}

	public function find_by_token(string $token_hash): ?Entry {
		return $this->lire('jeton', $token_hash);
	}

	public function find(string $id): ?Entry {
		return $this->lire('identifiant', $id);
	}

	/** Returns a contribution by its number in the private area. */
	public function find_by_number(int $id): ?Entry {
		$identifiant = sql_getfetsel('identifiant', 'spip_spass_contributions', 'id_spass_contribution=' . $id);

		return $identifiant ? $this->find($identifiant) : null;
	}

	public function add(Submission $submission): Entry {
		$existante = $this->find_by_key($submission->key_hash);
		if ($existante) {
			return $existante;
		}
		$photos = $this->ecrire_photos($submission);
		$id = sql_insertq('spip_spass_contributions', [
			'identifiant' => $submission->id,
			'fiche' => self::json($submission->record),
			'photos' => self::json($photos),
			'statut' => 'prepa',
			'recue' => date('Y-m-d H:i:s'),
		]);
		if (!$id) {
			$this->supprimer_fichiers($photos);
			$existante = $this->find_by_key($submission->key_hash);
			if ($existante) {
				return $existante;
			}
			throw new StoreError('The contribution cannot be stored.');
		}
		sql_insertq('spip_spass_envois', [
			'identifiant' => $submission->id,
			'cle' => $submission->key_hash,
			'jeton' => $submission->token_hash,
			'empreinte' => $submission->fingerprint,
			'langue' => $submission->lang,
			'nature' => (string) ($submission->record['kind'] ?? ''),
			'restes' => '',
		]);
		$entree = $this->find_by_key($submission->key_hash);
		if (!$entree || $entree->id !== $submission->id) {
			sql_delete('spip_spass_contributions', 'id_spass_contribution=' . (int) $id);
			$this->supprimer_fichiers($photos);
		}
		if (!$entree) {
			throw new StoreError('The contribution cannot be stored.');
		}

		return $entree;
	}

	public function withdraw(Entry $entry): bool {
		$ou = 'identifiant=' . sql_quote($entry->id, '', 'text');
		$ligne = sql_fetsel('photos, statut', 'spip_spass_contributions', $ou);
		if ($ligne) {
			// The names of the files are kept until the files are deleted.
			sql_updateq('spip_spass_envois', ['empreinte' => '', 'restes' => $ligne['photos']], $ou);
			if (!sql_delete('spip_spass_contributions', $ou)) {
				throw new StoreError('The contribution cannot be deleted.');
			}
			include_spip('inc/invalideur');
			suivre_invalideur("id='spass_contribution/" . $entry->id . "'");
		}

		return $this->supprimer_restes($entry->id);
	}

	/** Stores the reply of the team in the record. A contribution that its author has withdrawn does not come back. */
	public function set_reply(Entry $entry, string $reply): bool {
		$ou = 'identifiant=' . sql_quote($entry->id, '', 'text');
		if (!sql_updateq('spip_spass_contributions', ['fiche' => self::json($entry->with_reply($reply))], $ou)) {
			return false;
		}
		include_spip('inc/invalideur');
		suivre_invalideur("id='spass_contribution/" . $entry->id . "'");

		return true;
	}

	public function set_email(Entry $entry, string $email): void {
	}

	public function accepts_email(): bool {
		return false;
	}

	public function published(int $limit, int $offset): array {
		$lignes = sql_allfetsel(
			'*',
			'spip_spass_contributions',
			"statut='publie'",
			'',
			'id_spass_contribution',
			(int) $offset . ',' . (int) $limit
		);

		return array_map(fn(array $ligne): Entry => $this->entree(['identifiant' => $ligne['identifiant']], $ligne), $lignes);
	}

	public function count_published(): int {
		return (int) sql_countsel('spip_spass_contributions', "statut='publie'");
	}

	public function photo_path(Entry $entry, int $number): string {
		$photo = $entry->photos[$number - 1] ?? null;

		return $photo ? spass_contributions_dossier() . $photo['fichier'] : '';
	}

	public function update_bucket(string $client_hash, callable $step): void {
		// Requests of one client at the same time are counted one after the other.
		$verrou = @fopen(_DIR_TMP . 'spass_widgets.lock', 'c');
		if ($verrou) {
			flock($verrou, LOCK_EX);
		}
		$ou = 'adresse=' . sql_quote($client_hash, '', 'text');
		$ligne = sql_fetsel('jetons, instant', 'spip_spass_debits', $ou);
		$seau = $step($ligne ? ['tokens' => (float) $ligne['jetons'], 'time' => (float) $ligne['instant']] : null);
		$valeurs = ['jetons' => $seau['tokens'], 'instant' => $seau['time']];
		if ($ligne) {
			sql_updateq('spip_spass_debits', $valeurs, $ou);
		} else {
			sql_insertq('spip_spass_debits', ['adresse' => $client_hash] + $valeurs);
		}
		if ($verrou) {
			fclose($verrou);
		}
	}

	/** Completes interrupted submissions and deletions. */
	public function reparer(int $maintenant): void {
		$avant = date('Y-m-d H:i:s', $maintenant - 3600);
		$interrompues = sql_allfetsel(
			'C.id_spass_contribution AS id, C.photos AS photos, C.identifiant AS identifiant',
			'spip_spass_contributions AS C',
			"C.statut='prepa' AND C.recue<" . sql_quote($avant)
		);
		foreach ($interrompues as $ligne) {
			if (!$this->find($ligne['identifiant'])) {
				sql_delete('spip_spass_contributions', 'id_spass_contribution=' . (int) $ligne['id']);
				$this->supprimer_fichiers(json_decode($ligne['photos'], true) ?: []);
			}
		}
		foreach (sql_allfetsel('identifiant', 'spip_spass_envois', "restes<>''") as $ligne) {
			// A deletion that stopped before the text has to be asked for again: its files are still shown.
			if (!sql_countsel('spip_spass_contributions', 'identifiant=' . sql_quote($ligne['identifiant'], '', 'text'))) {
				$this->supprimer_restes($ligne['identifiant']);
			}
		}
	}

	/** Returns the contribution of a submission. The first one to read it releases it for moderation. */
	private function lire(string $colonne, string $valeur): ?Entry {
		$envoi = sql_fetsel('*', 'spip_spass_envois', "$colonne=" . sql_quote($valeur, '', 'text'));
		if (!$envoi) {
			return null;
		}
		$ou = 'identifiant=' . sql_quote($envoi['identifiant'], '', 'text');
		$ligne = sql_fetsel('*', 'spip_spass_contributions', $ou);
		if ($ligne && $ligne['statut'] === 'prepa') {
			sql_updateq('spip_spass_contributions', ['statut' => 'prop'], "$ou AND statut='prepa'");
		}

		return $this->entree($envoi, $ligne ?: null);
	}

	private function entree(array $envoi, ?array $ligne): Entry {
		$entree = new Entry();
		$entree->id = $envoi['identifiant'];
		$entree->key_hash = $envoi['cle'] ?? '';
		$entree->token_hash = $envoi['jeton'] ?? '';
		$entree->fingerprint = $envoi['empreinte'] ?? '';
		$entree->lang = $envoi['langue'] ?? '';
		$entree->state = $ligne ? self::ETATS[$ligne['statut']] ?? 'refused' : 'withdrawn';
		$entree->record = $ligne ? (json_decode($ligne['fiche'], true) ?: []) : ['kind' => $envoi['nature'] ?? ''];
		$entree->photos = $ligne ? (json_decode($ligne['photos'], true) ?: []) : [];
		$entree->is_erased = $ligne || ($envoi['restes'] ?? '') === '';

		return $entree;
	}

	/**
	 * Writes photographs under names that nobody can guess. Returns their descriptions with these names.
	 *
	 * @throws StoreError
	 */
	private function ecrire_photos(Submission $submission): array {
		$dossier = spass_contributions_dossier();
		$photos = [];
		foreach ($submission->pictures as $i => $image) {
			$fichier = bin2hex(random_bytes(16)) . '.' . $image->extension;
			$photos[] = ['fichier' => $fichier] + $submission->photos[$i];
			if ($dossier === '' || @file_put_contents($dossier . $fichier, $image->bytes) !== strlen($image->bytes)) {
				$this->supprimer_fichiers($photos);
				throw new StoreError('The photograph cannot be stored.');
			}
		}

		return $photos;
	}

	/** Returns true if all files of a withdrawn contribution are deleted. */
	private function supprimer_restes(string $identifiant): bool {
		$ou = 'identifiant=' . sql_quote($identifiant, '', 'text');
		$restes = json_decode((string) sql_getfetsel('restes', 'spip_spass_envois', $ou), true) ?: [];
		if (!$this->supprimer_fichiers($restes)) {
			return false;
		}
		sql_updateq('spip_spass_envois', ['restes' => ''], $ou);

		return true;
	}

	private function supprimer_fichiers(array $photos): bool {
		$dossier = spass_contributions_dossier();
		$fait = true;
		foreach ($photos as $photo) {
			$fichier = $dossier . $photo['fichier'];
			$fait = (!file_exists($fichier) || @unlink($fichier)) && $fait;
		}

		return $fait;
	}

	/** JSON in ASCII without `<`, `&` and quotes in its texts. */
	private static function json(array $valeur): string {
		return json_encode($valeur, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_QUOT | JSON_HEX_APOS);
	}
}
