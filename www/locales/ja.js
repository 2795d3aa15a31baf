// Japanese. `{name}` is filled in by the page. The terms are those of the lecture.

export { default as lessons } from '../lessons/ja.js';

export default {
  'boot.failed':
    'ページを開始できませんでした。ビルドしたページをWebサーバーから、WebAssembly SIMDの使える新しいブラウザーで開いてください。（{reason}）',

  'lesson.choose': '実験を選ぶ',
  'lesson.reset': '実験を最初の設定に戻す',

  'beats.label': '実演',
  'beats.back': '実演を一つ戻る',
  'beats.forward': '実演を一つ進む',
  'beats.count': '{beat} / {count}',
  'beats.lesson': '講義{number}「{title}」へ',

  'language.choose': '言語 Language',
  'language.failed': 'その言語の文言を読み込めませんでした。接続を確かめてから、ページを再読み込みしてください。',
  'theme.label': '配色：{theme}',
  'theme.auto': '自動',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',
  'projector.open': '投影モード',
  'projector.close': '投影モードを終了（Esc）',

  'notice.close': '閉じる',
  'notice.refused': '{place}：{words}',
  'notice.anew': '計算をやり直す',
  'notice.over': 'プログラムの不具合で計算が止まりました。直前までの実験は保存されています。',
  'notice.over.nothing': 'プログラムの不具合で計算が止まりました。',
  'notice.failed': '予期しない不具合で計算が止まりました。ページを再読み込みしてください。',

  'chart.goal': '目標',
  'surface.label': '誤差の図。初期値を動かす',
  'surface.value': '初期値{start}、最後の誤差E = {error}、{verdict}',
  'surface.hint': 'ドラッグか矢印キーで初期値を動かす',
  'surface.projection': '動く重み{free}個中{shown}個による断面。経路は射影',
  'legend.start': '初期値',
  'legend.step': 'ステップ{step}',
  'critical.lowest': '最も低い極小点',
  'critical.minimum': '極小点',
  'critical.saddle': '鞍点',
  'critical.slice': 'この断面の中での',
  'critical.more': 'ほか{count}個',
  'critical.told': '{what}：{place}、E = {error}。',

  'view.choose': '何を見るか',
  'view.picture': '誤差の図',
  'view.network': 'ネットワーク',
  'view.layers': '層ごとの勾配',
  'view.outputs': '出力',

  'layer.input': '入力層',
  'layer.output': '出力層',
  'layer.hidden': '隠れ層',
  'layer.number': '第{layer}層',
  'layer.the': '{layer}',
  'unit.name': '{layer}のユニット{unit}',
  'weight.place': '{from} → {to}',
  'weight.bias': '{to}のバイアス',
  'weight.fixed': 'この実験では動かさない重み',
  'numbering.label': '層の数え方',
  'numbering.output': '出力から数える',
  'numbering.input': '入力から数える',

  'walk.back': '一段戻る',
  'walk.next': '一段進む',
  'walk.play': '更新を順にたどる',
  'walk.pause': 'たどるのを止める',
  'walk.count': '{stage} / {count}',
  'walk.samples': 'どのサンプルを見るか',
  'walk.sample': 'サンプル{sample}',
  'walk.sum': '全サンプルの合計',
  'walk.forward': '順伝播：{layer}',
  'walk.error': '誤差',
  'walk.delta': '逆伝播：{layer}のδ',
  'walk.update': '重みの更新',
  'walk.input.text': '入力層のユニットは、入力をそのまま出力`o`とします。',
  'walk.forward.text': '前の層の出力に重みを掛けて足し合わせると、正味入力`x`になります。出力は`o = f(x)`です。',
  'walk.error.text': '出力`o`と教師信号`d`との差から、誤差`E`が決まります。',
  'walk.output-delta.text': '出力層のデルタ`δ`は、差`o − d`に微分係数`f′(x)`を掛けたものです。',
  'walk.delta.text': '後ろの層の`δ`に重みを掛けて足し合わせ、微分係数`f′(x)`を掛けます。',
  'walk.update.text': '重みごとに`∂E/∂w = δo`を全サンプルで合計し、学習率`ε`を掛けて引きます。',

  'network.label': 'ネットワークの図。矢印キーで移動し、Enterで選ぶ',
  'network.positive': '正の重み',
  'network.negative': '負の重み',
  'network.backward': '逆向きに伝わる値',
  'network.hint': 'ユニットか重みを選ぶと、式を表示',

  'inspector.heading': '選んだものの式',
  'axis.show': 'この重みを図の軸にする',
  'axis.shown': '図の軸になっている',
  'check.line': '検算：`∂E/∂w`は、誤差逆伝播法で`{ours}`、中心差分で`{other}`（相対差`{difference}`）',

  'chain.heading': '何で決まるか',
  'chain.and': '、',
  'chain.weight': '誤差を減らすには、重み`{name}`をどう変えればよいでしょうか。それは、{unit}の正味入力`x`をどう変えるべきか`(δ)`と、この重みに入る出力`o`で決まります。`∂E/∂w = δ × o` `= {delta} × {output}` `= {slope}`',
  'chain.bias': '誤差を減らすには、バイアス`{name}`をどう変えればよいでしょうか。それは、{unit}の正味入力`x`をどう変えるべきか`(δ)`だけで決まります。`∂E/∂w = δ = {slope}`',
  'chain.hidden': '{unit}の`δ`は、{next}の`δ`で決まります。それに重みを掛け、さらに`f′(x)`を掛けます。{formula}',
  'chain.output': '{unit}の`δ`は、教師信号との差で決まります。{formula}',
  'chain.error': '誤差は`E = {error}`です。',
  'chain.lower': '`∂E/∂w > 0`なので、この重みを減らせば誤差は減ります。',
  'chain.raise': '`∂E/∂w < 0`なので、この重みを増やせば誤差は減ります。',
  'chain.still': '`∂E/∂w = 0`なので、この重みは動きません。',

  'layers.heading': '層ごとの勾配の大きさ',
  'layers.layer': '層',
  'layers.bars': '勾配の大きさ（対数目盛）',
  'layers.depth': '隠れ層の数',
  'layers.activation': '活性化関数',
  'layers.note': '`‖g‖`はその層に入る重みの勾配の大きさ（対数目盛）、`f′(x)w`は`δ`がその層を通るときに掛かる係数、`‖Δw‖`は初期値から動いた距離。',
  'layers.ratio': '勾配の比（最初の重み÷最後の重み）',
  'outputs.heading': 'ネットワークが計算する関数',
  'outputs.choose': '描く出力',
  'outputs.label': 'ステップ {step} での入力に対する出力とサンプル。数値は表にある',
  'outputs.curve': '太い線はステップ {step} での出力 `o`、細い線は初期値での出力。丸は目標出力 `d`、赤い線は目標出力とのずれ。',
  'outputs.map': '色はステップ {step} での出力 `o`。太い線は `o` = {level} のところ、細い線は初期値での同じ線。丸の色は目標出力 `d`。',
  'outputs.even': '色はステップ {step} での出力 `o`。丸の色は目標出力 `d`。',
  'outputs.samples': 'サンプル',
  'outputs.worst': '誤差が最も大きいのはサンプル {sample}',
  'outputs.sample': '番号',
  'outputs.input': '入力',
  'activation.logistic': 'ロジスティック',
  'activation.tanh': 'tanh',
  'activation.identity': '恒等関数',
  'activation.relu': 'ReLU',
  'activation.leaky-relu': 'Leaky ReLU',
  'activation.softplus': 'ソフトプラス',

  'timeline.label': 'ステップ',
  'timeline.value': 'ステップ{step} / {last}、誤差E = {error}',

  'transport.label': '再生',
  'transport.first': '初期値へ戻る',
  'transport.back': '1ステップ戻る',
  'transport.play': '再生',
  'transport.pause': '一時停止',
  'transport.forward': '1ステップ進む',
  'transport.last': '最後へ',
  'transport.step': 'ステップ{step} / {last}',
  'transport.speed': '再生の速さ',
  'transport.speed.slow': 'ゆっくり',
  'transport.speed.normal': 'ふつう',
  'transport.speed.fast': 'はやい',

  'settings.heading': '学習率とステップ数',
  'settings.rate': '学習率',
  'settings.rate.slider': '学習率ε（対数目盛）',
  'settings.steps': 'ステップ数',
  'field.empty': '数を入れてください',
  'field.number': '数を入れてください。「{found}」は数ではありません',

  'verdict.heading': '結果',
  'verdict.computing': '計算中',
  'verdict.computing.sentence': '最後まで計算しています。',
  'judging': '判定中',
  'judging.sentence': '最後まで計算し、結果を判定しています（{percent} %）。',
  'verdict.converged': '収束',
  'verdict.converged.sentence':
    '誤差が、わかっている最小の値まで下がりました。解が見つかりました。',
  'verdict.explains-little.sentence':
    'これより小さい誤差は見つかっていませんが、`E = {error}`が残っています。別のネットワークなら、もっと減らせるかもしれません。',
  'verdict.local-minimum': '局所最適解',
  'verdict.local-minimum.sentence':
    '谷底に着きましたが、ほかにもっと小さい誤差があります。ステップを増やしても抜け出せないので、別の初期値を試します。',
  'verdict.vanishing-gradient': '勾配消失',
  'verdict.saturation.sentence':
    'ユニットが飽和し、谷底に着かないうちに勾配がほとんど消えました。小さい重みから始めると避けやすくなります。',
  'verdict.balance-and-saturation.sentence':
    'サンプルどうしの傾きが打ち消し合い、両者を見分けるための重みは飽和のため動けません。別の小さい重みから始めると避けやすくなります。',
  'verdict.still-descending': '降下中',
  'verdict.still-descending.sentence':
    'まだ下っている途中です。ステップを増やせば、誤差はさらに下がります。',
  'verdict.narrow-valley.sentence':
    '細長い谷を下っている途中です。ステップを増やすより、入力の大きさをそろえるか、慣性項（モメンタム）を加えるほうが効きます。',
  'verdict.small-rate.sentence':
    '勾配は消えていませんが、一回の更新が小さすぎます。学習率を上げれば速く下れます。',
  'verdict.plateau.sentence':
    'プラトーにいますが、勾配は大きくなりつつあります。あと{leaving}ステップほどで抜け出します。',
  'verdict.saddle': '鞍点',
  'verdict.saddle.sentence':
    '勾配は0に近いのですが、谷底ではありません。少しでもずらせば、また下り始めます。',
  'verdict.oscillating': '振動',
  'verdict.wandering.sentence':
    '誤差が下がってはまた上がり、谷に収まりません。学習率を下げれば収まります。',
  'verdict.swinging.sentence': '谷をまたいで往復し、誤差が減りません。学習率を下げれば収まります。',
  'verdict.diverged': '発散',
  'verdict.diverged.sentence':
    '更新のたびに行き過ぎ、誤差か重みが際限なく大きくなりました。学習率を下げれば防げます。',
  'verdict.asked': 'さて、結果は？',
  'verdict.asked.sentence': 'ステップ{done}で`E = {error}`、`‖g‖ = {gradient}`です。',
  'verdict.asked.spectrum': 'ヘッセ行列の固有値{count}個は`{smallest}`〜`{largest}`です。',
  'verdict.reveal': '判定を見る',
  'step.name': 'ステップ{step}',
  'step.now': '`E = {error}`、`‖g‖ = {gradient}`。',
  'step.falls': '次の更新で`E`は`{fall}`減り（{share}）、`{next}`になります。',
  'step.rises': '次の更新で`E`は`{fall}`増え（{share}）、`{next}`になります。',
  'step.stays': '次の更新で`E`は変わりません。',
  'step.end': '最後のステップ{done}では：{verdict}、`E = {error}`',

  'cause.explains-little': '大きな誤差が残る',
  'cause.saturation': '飽和',
  'cause.balance-and-saturation': '打ち消し合いと飽和',
  'cause.narrow-valley': '細長い谷',
  'cause.small-rate': '学習率が小さい',
  'cause.plateau': 'プラトー',
  'cause.wandering': '上がり下がり',
  'cause.swinging': '往復',

  'standstill.error': 'それでも誤差{error}が残っています。',
  'standstill.horizon':
    'それでも誤差{error}が残り、あと{steps}ステップ進めてもほとんど変わりません。',

  'evidence.heading': '判定の根拠',
  'evidence.all': 'すべて',
  'evidence.less': '{limit}未満',
  'evidence.error': '最後の誤差',
  'evidence.best': 'わかっている最小の誤差',
  'evidence.baseline': '学習しない場合の誤差',
  'evidence.baseline.note': '最良の定数を出力した場合の値か、重みを0にした場合の値',
  'evidence.goal': '収束とみなす範囲',
  'evidence.gradient': '最後の勾配の大きさ',
  'evidence.left': '見込まれる減少',
  'evidence.left.note':
    '最後の速さのままあと{steps}ステップ進むと減る量の、超過分`E − E*`に対する割合。{percent_descent_left}を超えれば降下中',
  'evidence.lost': '戻った割合',
  'evidence.lost.note':
    '最後の四分の一のステップで下がった誤差のうち、また上がった割合。{percent_lost_again}を超えれば振動',
  'evidence.highest': 'その間の最大の誤差',
  'evidence.turning': '引き返した更新の割合',
  'evidence.turning.note': '最後の{pairs}回のうち。{percent_swinging}を超えれば振動',
  'evidence.stability': '学習率と最大固有値の積',
  'evidence.stability.note':
    '{limit_rate_curvature}未満なら谷に収まりうるが、それ以上では収まらない',
  'evidence.condition': '最大固有値と最小固有値の比',
  'evidence.condition.value': '{condition}倍',
  'evidence.condition.note':
    '谷を横切る向きと、谷に沿う向きの曲率の比。{limit_narrow_valley}以上なら細長い谷',
  'evidence.fall': '谷底までの減少',
  'evidence.fall.note':
    '谷底`E = {bottom}`までに減る量の、超過分`E − E*`に対する割合。{percent_fall_ahead}未満なら谷底に着いている',
  'evidence.turns': 'ニュートン法の反復回数',
  'evidence.eigenvalues': 'ヘッセ行列の固有値',
  'evidence.eigenvalues.flat': '固有値0の向きには誤差が変わらず、解は一つに決まらない（不定解）',
  'evidence.spectrum.ends': '{smallest}〜{largest}（{count}個の両端）',
  'evidence.spectrum': '{smallest}〜{largest}（{count}個）',
  'evidence.growth': 'ずれの拡大率',
  'evidence.growth.note': 'あと{steps}ステップで。`e^{limit_nudge_growth}`倍を超えれば鞍点',
  'evidence.gathering': '勾配の増大率',
  'evidence.gathering.note':
    'あと{steps}ステップで。`e^{limit_gathering}`倍以上ならプラトーを抜け出す途中',
  'evidence.leaving': '抜け出すまでのステップ数',
  'evidence.leaving.value': '約{leaving}',
  'evidence.relative': '典型的な勾配との比',
  'evidence.relative.note':
    '典型的な勾配は、原点付近の初期値での大きさ。{percent_relative_slope}未満なら消失',
  'evidence.pull': 'サンプルごとの傾き',
  'evidence.pull.note':
    '打ち消し合う前の大きさの、典型的な値との比。{percent_pull}未満なら原因は飽和だけ',
  'evidence.pull-left': '残った向きの傾き',
  'evidence.pull-left.note': '残った勾配の向きに測ったサンプルごとの傾き。ここに打ち消し合いはない',
  'evidence.deltas': '打ち消し合うデルタ',
  'evidence.deltas.note': 'サンプル{sample}とサンプル{other_sample}、{output}',
  'evidence.factor': '途中で最も小さい微分係数',
  'evidence.factor.note': '{unit}、サンプル{saturated_sample}。最大でも{greatest}',

  'evidence.show': 'このユニットをネットワークで見る',

  'why.converged':
    '誤差`E = {error}`は、収束とみなす範囲`E ≤ {goal}`に入りました。この範囲は、わかっている最小の誤差`E* = {best}`に、学習しない場合の誤差`{baseline}`との差の{percent_goal}（少なくとも`{least}`）を加えたものです。',
  'why.explains-little':
    'ただし、その最小の誤差でさえ、学習しない場合の{explained}に当たります（{percent_explains_little}超）。このネットワークでは、データの一部しか説明できません。',
  'why.local-minimum':
    '曲率から底を探すニュートン法は、ここでは{turns}回の反復で収束しました。底までに減る量は超過分`E − E*`の{percent_fall_ahead}に届かず（{fall}）、ここは谷底です。しかし、もっと小さい誤差`{best}`がほかにあります。',
  'why.vanishing-gradient':
    '最後の勾配の大きさは`{gradient}`しかありませんが、谷底に着いたわけではありません。曲率から底を探すニュートン法でも底は見つからないか、飽和したユニットに隠れた底しか見つかりません。',
  'why.relative': '典型的な初期値での勾配の{relative}です（{percent_relative_slope}未満）。',
  'why.saturation': 'サンプルごとの傾きも消え、典型的な値の{pull}です（{percent_pull}未満）。',
  'why.smallest-factor':
    '最も小さい微分係数は`f′(x) = {factor}`です（{unit}、サンプル{saturated_sample}。最大でも{greatest}）。誤差はこれを掛けられて、重みに届く前に消えます。',
  'why.balance':
    '一方、サンプルごとの傾きは、まだ典型的な値の{pull}あります（{percent_pull}以上）。しかし{output}では、サンプル{sample}の`δ = {delta}`とサンプル{other_sample}の`δ = {other_delta}`が逆向きで、打ち消し合っています。',
  'why.closed':
    '両者を見分けるための重みまでは、誤差がほとんど届きません。途中で最も小さい微分係数は`f′(x) = {factor}`です（{unit}、サンプル{saturated_sample}。最大でも{greatest}）。',
  'why.still-descending':
    '最後の速さのままあと{steps}ステップ進むと、超過分`E − E*`の{left}が減ります。{percent_descent_left}を超えるので、まだ降下中です。',
  'why.still-descending.all':
    '最後の速さのままなら、超過分`E − E*`は約{needed}ステップですべてなくなる計算です。あと{steps}ステップで{percent_descent_left}を超えて減るので、まだ降下中です。',
  'why.bottom-ahead':
    '曲率から底を探すニュートン法によれば、この先に谷底`E = {bottom}`があります。そこまで下れば、超過分`E − E*`の{fall}が減ります（{percent_fall_ahead}以上）。',
  'why.narrow-valley':
    'しかし谷は細長く、横切る向きの曲率は、沿う向きの{condition}倍です（{limit_narrow_valley}倍以上）。横切る向きに合わせた学習率は、沿う向きには小さすぎます。',
  'why.small-rate':
    '勾配は消えていません。典型的な初期値での勾配の{relative}あります（{percent_relative_slope}以上）。',
  'why.short':
    'それでも`ε = {rate}`では、最後の速さのままあと{steps}ステップ進んでも、超過分`E − E*`の{left}しか減りません。',
  'why.room':
    '`ε`と最大固有値の積は`{curvature}`です。谷に収まる限界の{limit_rate_curvature}よりずっと小さく、学習率を上げる余裕があります。',
  'why.plateau':
    '最後の勾配の大きさは`{gradient}`しかありませんが、下るほど大きくなります。あと{steps}ステップで`e^{gathering}`倍になる計算です（`e^{limit_gathering}`倍以上）。この調子なら、約{leaving}ステップでプラトーを抜け出します。',
  'why.saddle':
    '最後の勾配の大きさは`{gradient}`ですが、固有値`{smallest}`の向きには下れます。あと{steps}ステップの間に、わずかなずれが`e^{growth}`倍に広がります（`e^{limit_nudge_growth}`倍超）。',
  'why.wandering':
    '最後の四分の一のステップで下がった誤差のうち、{lost}がまた上がりました（{percent_lost_again}超）。一時は`E = {highest}`まで上がっています。',
  'why.wandering.all':
    '最後の四分の一のステップで下がった誤差は、すべてまた上がりました（しきい値は{percent_lost_again}）。一時は`E = {highest}`まで上がっています。',
  'why.swinging':
    '最後の{pairs}回の更新のうち、{turning}が直前の更新から引き返しました（{percent_swinging}超）。その間に誤差が減ったのは{percent_swinging_fall}未満です。',
  'why.bound':
    '`ε`と最大固有値の積は`{curvature}`です。{limit_rate_curvature}以上では谷に収まりません。',
  'why.diverged':
    'ステップ{done}で打ち切りました。重みや誤差が有限でなくなるか、重みと入力の大きさの積が`{limit_runaway_weight}`を超えるか、誤差が`{limit_runaway_error}(1 + E)`を超えたら（`E`は最初の誤差）、発散とみなします。',

  'reading.heading': 'ステップ{step}での更新',
  'reading.error': '誤差',
  'reading.gradient': '勾配の大きさ',

  'help.heading': '操作とキー',
  'help.drag': '図の上をドラッグまたはクリック：初期値を動かす',
  'help.surface': '図を選んで矢印キー：初期値を軸の1/100動かす。Shiftと一緒に押すと1/1000',
  'help.timeline':
    '時間軸を選んで←→：1ステップ。Shiftと一緒に押すと10ステップ。PageUp、PageDown、Home、Endも使える',
  'help.network': 'ネットワークを選んで矢印キー：ユニットと重みを移る。Enterで選ぶ',
  'help.space':
    'スペースキー：再生と一時停止（ネットワークでは、更新を順にたどる）。ボタンを押すのはEnter',
  'help.beats': '投影モードのPageDown、PageUp：実演を進む、戻る',
  'help.projector': 'Esc：投影モードを終了',

  'map.modes': '初期値ごとに表示するもの',
  'map.surface': '誤差',
  'map.fates': '結末',
  'map.steps-to-goal': '目標までのステップ数',
  'map.error': '最後の誤差',
  'map.norm': '初期値での勾配',
  'map.legend': '各初期値の結末',
  'map.progress': '結末の地図',
  'map.estimate': '各初期値の結末（計算途中の推定）',
  'map.left.seconds': '残り約{seconds}秒',
  'map.left.minutes': '残り約{minutes}分',
  'map.left.unknown': '残り時間を見積もっています',
  'map.stopped': '止めてあります',
  'map.stop': '止める',
  'map.go-on': '続ける',
  'map.key.steps':
    '`n`は、その初期値から目標に達するまでのステップ数です。色のない初期値からは、定めたステップ数では達しません。',
  'map.key.error':
    '`E`は、その初期値から始めたときの最後の誤差です。色のない初期値からは、有限の値になりません。',
  'map.key.norm':
    '`‖g‖`は、その初期値での勾配の大きさです。`lg`は常用対数で、−3なら`‖g‖ = 10⁻³`です。',
  'map.others': '図の軸でない重みの初期値は固定しています。',
  'judging.failed': '結果を判定できませんでした。何か変えると、やり直します。',
  'map.failed':
    '予期しない不具合のため、地図の計算は途中で止まりました。何かを変えると新しく始まります。',
  'map.reached': '{steps}ステップで到達',
  'plane.choose': '図の軸',
  'plane.random': '無作為な方向',
  'plane.path': '経路の主成分',
  'plane.seed': 'シード',
  'plane.another': '別の方向',
  'plane.renew': '求め直す',
  'plane.random.axis': '無作為な方向{number}（シード{seed}）',
  'plane.path.axis': '経路の第{number}主成分（広がりの{share} %）',
  'plane.note': '動く重み{free}個の空間の中の平面。経路はその平面への射影',
  'plane.off': '。初期値は平面から{distance}離れている',
  'plane.old': '。方向は前の経路のもの',
  'plane.none': 'この経路には主成分がありません（重みが動かないか、発散しています）',
  'plane.wait': '最後まで計算すると、経路の主成分が決まります',
  'plane.seed.refused': '0以上{most}以下の整数が必要です（「{found}」は使えません）',

  'refusal.unknown-key': '知らない項目です。使えるのは{known}です',
  'refusal.duplicate-key': '同じ項目が2回あります',
  'refusal.missing': '必要な項目がありません',
  'refusal.exactly-one': '{keys}のうち、ちょうど一つが必要です',
  'refusal.wrong-type': '{expected}が必要ですが、{found}があります',
  'refusal.count': '{least}個必要ですが、{found}個あります（{basis}）',
  'refusal.count-range': '{least}〜{greatest}個必要ですが、{found}個あります（{basis}）',
  'refusal.out-of-range': '{least}以上{greatest}以下の数が必要です（{found}は使えません）',
  'refusal.not-finite': '有限の数が必要です',
  'refusal.not-positive': '0より大きい数が必要です（{found}は使えません）',
  'refusal.not-whole': '整数が必要です（{found}は使えません）',
  'refusal.not-one-of': '{allowed}のどれかが必要です（「{found}」は使えません）',
  'refusal.repeated': '{found}が2回あります',
  'refusal.empty-range': '終わりは始まりより大きくなければなりません（{from}から{to}）',
  'refusal.narrow-range': 'この位置の範囲には{least}以上の幅が必要です（{from}から{to}）',
  'refusal.too-large': '{what}が{found}です。上限は{limit}です',
  'refusal.drawing': '図を描けませんでした（{detail}）',

  'type.null': 'null',
  'type.boolean': 'trueかfalse',
  'type.number': '数',
  'type.text': '文字列',
  'type.list': 'リスト',
  'type.object': 'オブジェクト',
  'type.name': '名前',
};
