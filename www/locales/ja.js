// Japanese. `{name}` is filled in by the page. The terms are those of the lecture.

export { default as lessons } from '../lessons/ja.js';

export default {
  'boot.failed':
    'ページを始められませんでした。ビルドしたページを Web サーバーから、WebAssembly SIMD の使える新しいブラウザーで開いてください。({reason})',

  'lesson.choose': '実験を選ぶ',
  'lesson.reset': '実験を最初の設定に戻す',

  'beats.label': '実演',
  'beats.back': '実演を一つ戻る',
  'beats.forward': '実演を一つ進む',
  'beats.count': '{beat} / {count}',

  'language.choose': '言語 Language',
  'language.failed': 'その言語の文言を読み込めませんでした。接続を確かめてから、ページを再読み込みしてください。',
  'theme.label': '配色:{theme}',
  'theme.auto': '自動',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',
  'projector.open': '投影モード',
  'projector.close': '投影モードを終わる(Esc)',

  'notice.close': '閉じる',
  'notice.refused': '{place}:{words}',
  'notice.failed':
    '思いがけない不具合で計算が止まりました。ページを読み込み直してください。',

  'chart.goal': '目標',
  'surface.label': '誤差の図。初期値を動かす',
  'surface.value': '初期値 {start}、最後の誤差 E = {error}、{verdict}',
  'surface.hint': 'ドラッグか矢印キーで初期値を動かす',
  'surface.projection':
    '動く重み {free} 個のうち {shown} 個だけを軸にした断面。経路はその上への射影',
  'legend.start': '初期値',
  'legend.step': 'ステップ {step}',

  'view.choose': '何を見るか',
  'view.picture': '誤差の図',
  'view.network': 'ネットワーク',
  'view.layers': '層ごとの勾配',

  'layer.input': '入力層',
  'layer.output': '出力層',
  'layer.hidden': '隠れ層',
  'layer.number': '第 {layer} 層',
  'layer.the': '{layer}',
  'unit.name': '{layer}のユニット{unit}',
  'weight.place': '{from} → {to}',
  'weight.bias': '{to}のバイアス',
  'weight.fixed': 'この実験では動かさない重み',
  'numbering.label': '層の数えかた',
  'numbering.output': '出力から数える',
  'numbering.input': '入力から数える',

  'walk.label': '1 回の更新をたどる',
  'walk.first': '順伝播の始めへ',
  'walk.back': '一段戻る',
  'walk.next': '一段進む',
  'walk.play': '更新を順にたどる',
  'walk.pause': 'たどるのを止める',
  'walk.count': '{stage} / {count}',
  'walk.samples': 'どのサンプルを見るか',
  'walk.sample': 'サンプル {sample}',
  'walk.sum': '全サンプルの和',
  'walk.forward': '順伝播:{layer}',
  'walk.error': '誤差',
  'walk.delta': '誤差逆伝播:{layer}のデルタ',
  'walk.update': '重みの更新',
  'walk.input.text': '入力層のユニットは、入力をそのまま出力 `o` とする。',
  'walk.forward.text': '前の層の出力に重みを掛けて足し、正味入力 `x` とする。`o = f(x)` を出す。',
  'walk.error.text': '出力 `o` と望む出力 `d` の差から、誤差 `E` が決まる。',
  'walk.output-delta.text': '出力層のデルタ `δ` は、差 `o − d` に微分係数 `f′(x)` を掛けたもの。',
  'walk.delta.text': '後ろの層の `δ` に重みを掛けて集め、微分係数 `f′(x)` を掛ける。',
  'walk.update.text': '重みごとに `∂E/∂w = δo` を全サンプルで足し、学習率 `ε` を掛けて引く。',

  'network.label': 'ネットワークの図。矢印キーで移り、Enter で選ぶ',
  'network.positive': '正の重み',
  'network.negative': '負の重み',
  'network.backward': '逆向きに流れる値',
  'network.hint': 'ユニットか重みを選ぶと、式が出る',

  'inspector.heading': '選んだものの式',
  'axis.show': 'この重みを図の軸にする',
  'axis.shown': '図の軸になっている',
  'check.line': '検算:誤差逆伝播法で `∂E/∂w = {ours}`、中心差分で `{other}`。相対差 `{difference}`',

  'chain.heading': '依存の鎖',
  'chain.and': '、',
  'chain.weight': '誤差を減らすには、重み `{name}` をどれだけ変えればよいか。それは{unit}の `x` をどれだけ変えるべきか`(δ)`と、そこへ運ぶ出力 `o` で決まる。`∂E/∂w = δ × o` `= {delta} × {output}` `= {slope}`',
  'chain.bias': '誤差を減らすには、バイアス `{name}` をどれだけ変えればよいか。それは{unit}の `x` をどれだけ変えるべきか`(δ)`だけで決まる。`∂E/∂w = δ = {slope}`',
  'chain.hidden': '{unit}の `δ` は、後ろの{next}の `δ` で決まる。`f′(x)` と重みを掛けて受け取る。{formula}',
  'chain.output': '{unit}の `δ` は、望む出力との差、つまり誤差そのもので決まる。{formula}',
  'chain.error': 'その誤差は `E = {error}`。',
  'chain.lower': '`∂E/∂w > 0` だから、この重みを減らせば誤差は減る。',
  'chain.raise': '`∂E/∂w < 0` だから、この重みを増やせば誤差は減る。',
  'chain.still': '`∂E/∂w = 0` だから、この重みは動かない。',

  'layers.heading': '層ごとの勾配の大きさ',
  'layers.layer': '層',
  'layers.bars': '勾配の大きさ(対数目盛)',
  'layers.depth': '隠れ層の数',
  'layers.activation': '活性化関数',
  'layers.note': '`‖g‖` はその層に入る重みの勾配の大きさ(対数目盛)、`f′(x)w` はデルタがその層を通るときに掛かる数、`‖Δw‖` は初期値から動いた距離。',
  'activation.logistic': 'ロジスティック',
  'activation.tanh': 'tanh',
  'activation.identity': '恒等関数',
  'activation.relu': 'ReLU',
  'activation.leaky-relu': 'Leaky ReLU',
  'activation.softplus': 'ソフトプラス',

  'timeline.label': 'ステップ',
  'timeline.value': 'ステップ {step} / {last}、誤差 E = {error}',

  'transport.label': '再生',
  'transport.first': '初期値に戻る',
  'transport.back': '1 ステップ戻る',
  'transport.play': '再生',
  'transport.pause': '一時停止',
  'transport.forward': '1 ステップ進む',
  'transport.last': '最後へ',
  'transport.step': 'ステップ {step} / {last}',
  'transport.speed': '再生の速さ',
  'transport.speed.slow': 'ゆっくり',
  'transport.speed.normal': 'ふつう',
  'transport.speed.fast': 'はやい',

  'settings.heading': '学習率とステップ数',
  'settings.rate': '学習率',
  'settings.rate.slider': '学習率 ε(対数目盛)',
  'settings.steps': 'ステップ数',
  'field.empty': '数を入れてください',
  'field.number': '数を入れてください。「{found}」は数ではありません',

  'verdict.heading': '結果',
  'verdict.computing': '計算中',
  'verdict.computing.sentence': '降下を計算しています。',
  'verdict.converged': '収束',
  'verdict.converged.sentence':
    '誤差が、わかっている最小の値まで下がりました。解が見つかりました。',
  'verdict.explains-little.sentence':
    'これより小さい誤差は見つかっていませんが、`E = {error}` が残っています。別のネットワークなら、もっと減らせるかもしれません。',
  'verdict.local-minimum': '局所最適解',
  'verdict.local-minimum.sentence':
    '谷の底に着きましたが、もっと小さい誤差があります。ステップを増やしても出られないので、別の初期値を試します。',
  'verdict.vanishing-gradient': '勾配消失',
  'verdict.saturation.sentence':
    'ユニットが飽和し、谷の底に着かないうちに傾きがほとんど消えました。小さい重みから始めると避けやすくなります。',
  'verdict.balance-and-saturation.sentence':
    'サンプルどうしが逆向きに引き合って打ち消し合い、残る道は飽和で閉じています。別の小さい重みから始めると避けやすくなります。',
  'verdict.still-descending': '降下中',
  'verdict.still-descending.sentence':
    'まだ下っている途中です。ステップを増やせば、誤差はもっと下がります。',
  'verdict.narrow-valley.sentence':
    '細長い谷を下っている途中です。ステップを増やすより、入力の大きさをそろえるか、慣性項(モメンタム)を加えるほうが効きます。',
  'verdict.small-rate.sentence':
    '傾きはありますが、一歩が短すぎます。学習率を大きくすれば速く下れます。',
  'verdict.plateau.sentence':
    '台地にいますが、傾きは大きくなりつつあります。ステップを増やせば、あと {leaving} ステップほどで抜け出せます。',
  'verdict.saddle': '鞍点',
  'verdict.saddle.sentence':
    '止まっていますが、谷の底ではありません。少しずらせば、また下り始めます。',
  'verdict.oscillating': '振動',
  'verdict.wandering.sentence':
    '誤差が下がっては上がり、谷に収まりません。学習率を小さくすれば収まります。',
  'verdict.swinging.sentence':
    '谷をまたいで行ったり来たりし、誤差が減りません。学習率を小さくすれば収まります。',
  'verdict.diverged': '発散',
  'verdict.diverged.sentence':
    '行き過ぎを重ね、誤差か重みが際限なく大きくなりました。学習率を小さくすれば防げます。',

  'cause.explains-little': '大きな誤差が残る',
  'cause.saturation': '飽和',
  'cause.balance-and-saturation': '釣り合いと飽和',
  'cause.narrow-valley': '細長い谷',
  'cause.small-rate': '小さい学習率',
  'cause.plateau': '台地',
  'cause.wandering': '上がり下がり',
  'cause.swinging': '行ったり来たり',

  'standstill.error': 'それでも誤差 {error} が残っています。',
  'standstill.horizon':
    'それでも誤差 {error} が残り、あと {steps} ステップでもほとんど変わりません。',

  'evidence.heading': '判定の根拠',
  'evidence.all': '全部',
  'evidence.less': '{limit} 未満',
  'evidence.error': '最後の誤差',
  'evidence.best': 'わかっている最小の誤差',
  'evidence.baseline': '学習しないときの誤差',
  'evidence.baseline.note': '一番よい一定の出力か、重み 0 での値',
  'evidence.goal': '収束とみなす範囲',
  'evidence.gradient': '勾配の大きさ',
  'evidence.left': '残りの下り',
  'evidence.left.note':
    'あと {steps} ステップをこの速さで続けると減る、余分な誤差の割合。{percent_descent_left} を超えれば降下中',
  'evidence.lost': '下がった分の戻り',
  'evidence.lost.note':
    '最後の四分の一のステップで下がった誤差のうち、また上がった割合。{percent_lost_again} を超えれば振動',
  'evidence.highest': 'その間の最大の誤差',
  'evidence.turning': '引き返した更新',
  'evidence.turning.note': '最後の {pairs} 回のうち。{percent_swinging} を超えれば振動',
  'evidence.stability': '学習率 × 最大の固有値',
  'evidence.stability.note': '{limit_rate_curvature} 未満なら谷に収まりうる。{limit_rate_curvature} 以上では収まらない',
  'evidence.condition': '一番急な向きと緩い向きの比',
  'evidence.condition.value': '{condition} 倍',
  'evidence.condition.note': '最大の固有値と最小の固有値の比。{limit_narrow_valley} 以上なら細長い谷',
  'evidence.fall': 'この先の下り',
  'evidence.fall.note':
    '底 `E = {bottom}` までに減る、余分な誤差の割合。{percent_fall_ahead} 未満なら底に着いている',
  'evidence.turns': 'ニュートン法の回数',
  'evidence.eigenvalues': 'ヘッセ行列の固有値',
  'evidence.eigenvalues.flat':
    '固有値 0 の向きには誤差が変わらない。解は一つに決まらない(不定解)',
  'evidence.spectrum': '{smallest} 〜 {largest}({count} 個)',
  'evidence.growth': 'ずれの育ちかた(倍)',
  'evidence.growth.note': 'あと {steps} ステップで。`e^{limit_nudge_growth}` を超えれば鞍点',
  'evidence.gathering': '傾きの育ちかた(倍)',
  'evidence.gathering.note':
    'あと {steps} ステップで。`e^{limit_gathering}` 以上なら台地を抜け出す途中',
  'evidence.leaving': '抜け出すまでのステップ',
  'evidence.leaving.value': '約 {leaving}',
  'evidence.relative': '普通の傾きに対する割合',
  'evidence.relative.note':
    '普通の傾きは、原点近くの初期値での値。{percent_relative_slope} 未満なら消失',
  'evidence.pull': 'サンプルの引く力',
  'evidence.pull.note':
    '一つ一つが引く力の、普通の初期値に対する割合。{percent_pull} 未満なら飽和だけ',
  'evidence.pull-left': '残る向きに引く力',
  'evidence.pull-left.note': '残った傾きの向きでは、打ち消し合いがない',
  'evidence.deltas': '引き合うデルタ',
  'evidence.deltas.note': 'サンプル {sample} とサンプル {other_sample}、{output}',
  'evidence.factor': '途中で最も小さい因子',
  'evidence.factor.note': '{unit}、サンプル {saturated_sample}。最大でも {greatest}',

  'evidence.show': 'このユニットをネットワークで見る',

  'why.converged':
    '誤差 `E = {error}` が、収束とみなす範囲 `E ≤ {goal}` に入りました。この範囲は、わかっている最小の誤差 `{best}` に、学習しないときの誤差 `{baseline}` との差の {percent_goal}(少なくとも `{least}`)を足したものです。',
  'why.explains-little':
    'ただし、その最小の誤差でも学習しないときの {explained} に当たります({percent_explains_little} を超える)。このネットワークでは、データをわずかしか説明できません。',
  'why.local-minimum':
    '曲率から底を探すニュートン法が {turns} 回で落ち着きました。この先の下りは余分な誤差の {percent_fall_ahead} に届かず({fall})、ここは谷の底です。でも、もっと小さい誤差 `{best}` があります。',
  'why.vanishing-gradient':
    '傾きは `{gradient}` しかありませんが、底に着いたとはいえません。曲率から底を探すニュートン法でも、飽和したユニットに隠れた底のほかは見つかりません。',
  'why.relative':
    '普通の初期値での傾きの {percent_relative_slope} にも届きません({relative})。',
  'why.saturation':
    'サンプル一つ一つの引く力も消えて、普通の {percent_pull} に届きません({pull})。',
  'why.smallest-factor':
    'いちばん小さい因子は `f′(x) = {factor}`({unit}、サンプル {saturated_sample}。最大でも {greatest})です。誤差にこれが掛かって、重みに届く前に消えます。',
  'why.balance':
    '一方、サンプルの引く力はまだ普通の {pull} あります({percent_pull} 以上)。しかし{output}では、サンプル {sample} の `δ = {delta}` とサンプル {other_sample} の `δ = {other_delta}` が逆向きに引き合っています。',
  'why.closed':
    'サンプルを見分けるために残る道は閉じています。途中でいちばん小さい因子は `f′(x) = {factor}`({unit}、サンプル {saturated_sample}。最大でも {greatest})です。',
  'why.still-descending':
    'あと {steps} ステップをこの速さで続けると、余分な誤差の {left} が減る計算です。{percent_descent_left} を超えるので、まだ降下中です。',
  'why.still-descending.all':
    'あと {steps} ステップをこの速さで続けると、余分な誤差が全部なくなる計算です。{percent_descent_left} を超えるので、まだ降下中です。',
  'why.bottom-ahead':
    '曲率から底を探すニュートン法によれば、この先に底 `E = {bottom}` があります。そこまで下れば余分な誤差の {fall} が減ります({percent_fall_ahead} 以上)。',
  'why.narrow-valley':
    'しかし谷は細長く、横切る向きの曲がりは谷に沿う向きの {condition} 倍です({limit_narrow_valley} 倍以上)。横切る向きに合う学習率は、谷に沿う向きには小さすぎます。',
  'why.small-rate':
    '傾きは消えていません。普通の初期値での傾きの {relative} あります({percent_relative_slope} 以上)。',
  'why.short':
    'それでも `ε = {rate}` では、あと {steps} ステップをこの速さで続けても、余分な誤差はわずかしか減りません({left})。',
  'why.room':
    '`ε` と最大の固有値の積は `{curvature}` です。谷に収まる限界の {limit_rate_curvature} よりずっと小さく、学習率を大きくする余裕があります。',
  'why.plateau':
    '傾きは `{gradient}` しかありませんが、下るほど大きくなります。あと {steps} ステップで `e^{gathering}` 倍になる計算です(`e^{limit_gathering}` 倍以上)。この調子なら、約 {leaving} ステップで台地を抜け出します。',
  'why.saddle':
    '傾きは `{gradient}` ですが、固有値 `{smallest}` の向きには下りられます。あと {steps} ステップ続けると、わずかなずれが `e^{growth}` 倍に育ちます(`e^{limit_nudge_growth}` 倍を超える)。',
  'why.wandering':
    '最後の四分の一のステップで下がった誤差のうち、{lost} がまた上がりました({percent_lost_again} を超える)。一時は `E = {highest}` まで上がっています。',
  'why.wandering.all':
    '最後の四分の一のステップで誤差が下がった分は、全部また上がりました(しきい値は {percent_lost_again})。一時は `E = {highest}` まで上がっています。',
  'why.swinging':
    '最後の {pairs} 回の更新のうち {turning} が、前の更新から引き返しました({percent_swinging} を超える)。その間に誤差が減ったのは {percent_swinging_fall} 未満です。',
  'why.bound':
    '`ε` と最大の固有値の積は `{curvature}` で、{limit_rate_curvature} 以上だと谷に収まりません。',
  'why.diverged':
    'ステップ {done} で打ち切りました。重みや誤差が有限でなくなるか、重みと入力の大きさの積が `{limit_runaway_weight}` を超えるか、誤差が `{limit_runaway_error}(1 + E)`(`E` は始めの誤差)を超えたら、発散とみなします。',

  'reading.heading': 'ステップ {step}',
  'reading.error': '誤差',
  'reading.gradient': '勾配の大きさ',

  'help.heading': '操作とキー',
  'help.drag': '図の上をドラッグまたはクリック:初期値を動かす',
  'help.surface':
    '図を選んで矢印キー:初期値を軸の 1/100 動かす。Shift と一緒に押すと 1/1000',
  'help.timeline':
    '時間軸を選んで ← →:1 ステップ。Shift と一緒に押すと 10 ステップ。PageUp、PageDown、Home、End も使える',
  'help.network': 'ネットワークを選んで矢印キー:ユニットと重みを移る。Enter で選ぶ',
  'help.space': 'スペースキー:再生と一時停止',
  'help.beats': '投影モードの PageDown、PageUp:実演を進む、戻る',
  'help.projector': 'Esc:投影モードを終わる',

  'map.modes': '初期値ごとに表示するもの',
  'map.surface': '誤差',
  'map.fates': '結末',
  'map.steps-to-goal': '目標までの歩数',
  'map.error': '最後の誤差',
  'map.norm': '初期値での傾き',
  'map.legend': '各初期値の結末',
  'map.progress': '結末の地図',
  'map.others': '表示していない重みの初期値は固定しています。',
  'map.failed': '予期しない不具合のため、地図は途中で止まりました。何かを変えると新しく始まります。',
  'map.reached': '{steps} 歩で到達',
  'plane.choose': '図の軸',
  'plane.random': '乱数の方向',
  'plane.path': '経路の主成分',
  'plane.seed': 'シード',
  'plane.another': '別の方向',
  'plane.renew': '引き直す',
  'plane.random.axis': '乱数の方向 {number}(シード {seed})',
  'plane.path.axis': '経路の第 {number} 主成分(広がりの {share} %)',
  'plane.note': '動く重み {free} 個の空間の中の平面。経路はその上への射影',
  'plane.off': '。初期値は平面から {distance} 離れている',
  'plane.old': '。方向は前の経路のもの',
  'plane.none': 'この経路には主成分がありません(重みが動かないか、発散しています)',
  'plane.wait': '学習が終わると、経路の主成分が決まります',
  'plane.seed.refused': '0 以上 {most} 以下の整数が必要です(「{found}」は使えません)',

  'refusal.unknown-key': '知らない項目です。使えるのは {known} です',
  'refusal.duplicate-key': '同じ項目が 2 回あります',
  'refusal.missing': '必要な項目がありません',
  'refusal.exactly-one': '{keys} のうち、ちょうど一つが必要です',
  'refusal.wrong-type': '{expected} が必要ですが、{found} があります',
  'refusal.count': '{least} 個必要ですが、{found} 個あります({basis})',
  'refusal.count-range': '{least} 〜 {greatest} 個必要ですが、{found} 個あります({basis})',
  'refusal.out-of-range': '{least} 以上 {greatest} 以下の数が必要です({found} は使えません)',
  'refusal.not-finite': '有限の数が必要です',
  'refusal.not-positive': '0 より大きい数が必要です({found} は使えません)',
  'refusal.not-whole': '整数が必要です({found} は使えません)',
  'refusal.not-one-of': '{allowed} のどれかが必要です(「{found}」は使えません)',
  'refusal.repeated': '{found} が 2 回あります',
  'refusal.empty-range': '終わりは始まりより大きくなければなりません({from} から {to})',
  'refusal.too-large': '{what} が {found} です。上限は {limit} です',
  'refusal.drawing': '図を描けませんでした({detail})',

  'type.null': 'null',
  'type.boolean': 'true か false',
  'type.number': '数',
  'type.text': '文字列',
  'type.list': 'リスト',
  'type.object': 'オブジェクト',
  'type.name': '名前',
};
